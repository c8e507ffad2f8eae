-- fail: article_key identifies a row
SELECT article_key, count(*) AS rows FROM search_article GROUP BY article_key HAVING count(*) > 1;

-- fail: collected_date, article_no identifies a row
SELECT collected_date, article_no, count(*) AS rows FROM search_article GROUP BY collected_date, article_no HAVING count(*) > 1;

-- fail: every article can be searched, as it stands in fact_article
SELECT article_key, collected_date, news_date, source_key FROM fact_article
EXCEPT
SELECT article_key, collected_date, news_date, source_key FROM search_article;

-- fail: every article_key stands in fact_article
SELECT search_article.article_key FROM search_article ANTI JOIN fact_article USING (article_key);

-- fail: the place is day and number
SELECT article_key, place FROM search_article
WHERE place <> datediff('day', DATE '1900-01-01', collected_date) * 4294967296 + article_no;
