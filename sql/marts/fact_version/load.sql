DELETE FROM fact_version
WHERE collected_date = getvariable('news_date')
    AND source_key IN (SELECT source_key FROM loaded_source);

MERGE INTO fact_version AS target
USING (
    SELECT
        md5_number_lower(article_id) AS article_key,
        md5_number_lower(source_id) AS source_key,
        * EXCLUDE (article_id, source_id)
    FROM staging_version
    QUALIFY row_number() OVER (PARTITION BY article_id, seen_at ORDER BY is_deletion, text_hash) = 1
) AS staged
ON target.article_key = staged.article_key AND target.seen_at = staged.seen_at
WHEN MATCHED THEN UPDATE BY NAME
WHEN NOT MATCHED THEN INSERT BY NAME;

-- A text stands once: with the article while it is the article's, else here. What the article no longer
-- says is taken from what it said before this load.
UPDATE fact_version
SET title = former.title, body = former.body
FROM former_article AS former
WHERE fact_version.article_key = former.article_key
    AND fact_version.text_hash = former.text_hash
    AND fact_version.body IS NULL;

UPDATE fact_version
SET title = NULL, body = NULL
FROM fact_article AS article
WHERE fact_version.article_key = article.article_key
    AND fact_version.text_hash = article.text_hash
    AND fact_version.body IS NOT NULL;
