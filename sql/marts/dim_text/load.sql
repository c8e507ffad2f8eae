-- Texts that this load may have changed: those of its articles, before and after.
CREATE OR REPLACE TEMP TABLE touched_text AS
SELECT md5_number_lower(text_hash) AS text_key, text_hash FROM former_article
UNION
SELECT md5_number_lower(text_hash), text_hash
FROM fact_article
WHERE article_key IN (SELECT article_key FROM changed_article);

DELETE FROM dim_text WHERE text_key IN (SELECT text_key FROM touched_text);

INSERT INTO dim_text BY NAME
SELECT
    md5_number_lower(text_hash) AS text_key,
    text_hash,
    first(article_id ORDER BY first_at, article_id) AS article_id,
    min(first_at) AS first_at,
    first(news_date ORDER BY first_at, article_id) AS first_date,
    min(collected_date) AS collected_date,
    count(*)::INTEGER AS article_count
FROM (
    SELECT *, coalesce(published_at, timezone('UTC', news_date::TIMESTAMP)) AS first_at
    FROM fact_article
    WHERE text_hash IN (SELECT text_hash FROM touched_text)
)
GROUP BY text_hash;
