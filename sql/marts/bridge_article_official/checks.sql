-- fail: article_key, official_key identifies a row
SELECT article_key, official_key, count(*) AS rows FROM bridge_article_official GROUP BY article_key, official_key HAVING count(*) > 1;

-- fail: every article_key stands in fact_article
SELECT bridge_article_official.article_key FROM bridge_article_official ANTI JOIN fact_article USING (article_key);

-- fail: every official_key stands in dim_official
SELECT bridge_article_official.official_key FROM bridge_article_official ANTI JOIN dim_official USING (official_key);
