-- fail: article_key, found_id identifies a row
SELECT article_key, found_id, count(*) AS rows FROM fact_naming GROUP BY article_key, found_id HAVING count(*) > 1;

-- fail: every article_key stands in fact_article
SELECT fact_naming.article_key FROM fact_naming ANTI JOIN fact_article USING (article_key);
