-- fail: stem_key, collected_date identifies a row
SELECT stem_key, collected_date, count(*) AS rows FROM search_posting GROUP BY stem_key, collected_date HAVING count(*) > 1;

-- fail: every text of a posting has its counts
SELECT stem_key, collected_date
FROM search_posting
WHERE len(articles) <> len(title_counts) OR len(articles) <> len(body_counts)
    OR len(articles) <> len(first_parts) OR len(articles) <> len(positions);

-- fail: every article's day has postings
SELECT DISTINCT collected_date FROM search_article ANTI JOIN search_posting USING (collected_date);
