-- fail: an article has one state that stands
SELECT article_key FROM fact_article_version WHERE superseded_at IS NULL GROUP BY article_key HAVING count(*) > 1;

-- fail: every article has a state that stands, and nothing else has
SELECT coalesce(fact_article.article_key, version.article_key) AS article_key
FROM fact_article
FULL JOIN (FROM fact_article_version WHERE superseded_at IS NULL) AS version USING (article_key)
WHERE fact_article.article_key IS NULL OR version.article_key IS NULL;

-- fail: a state is replaced after it came
SELECT article_key, loaded_at, superseded_at FROM fact_article_version WHERE superseded_at < loaded_at;
