-- fail: article_key, surface identifies a row
SELECT article_key, surface, count(*) AS rows FROM bridge_article_credit GROUP BY article_key, surface HAVING count(*) > 1;

-- fail: every article_key stands in fact_article
SELECT bridge_article_credit.article_key FROM bridge_article_credit ANTI JOIN fact_article USING (article_key);

-- fail: every credited_source_key stands in dim_source
SELECT article_key FROM bridge_article_credit
ANTI JOIN dim_source ON credited_source_key = source_key
WHERE credited_source_key IS NOT NULL;
