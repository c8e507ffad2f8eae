-- fail: article_key, seen_at identifies a row
SELECT article_key, seen_at, count(*) AS rows FROM fact_version GROUP BY article_key, seen_at HAVING count(*) > 1;

-- fail: every source_key stands in dim_source
SELECT fact_version.source_key FROM fact_version ANTI JOIN dim_source USING (source_key);

-- fail: a version's text stands here or in fact_article
SELECT version.article_key, version.seen_at FROM fact_version AS version
LEFT JOIN fact_article AS article USING (article_key)
WHERE NOT version.is_deletion AND version.body IS NULL AND version.text_hash IS DISTINCT FROM article.text_hash;
