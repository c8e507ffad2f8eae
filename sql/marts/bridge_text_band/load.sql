-- A text that another article still has keeps its keys: only what is staged anew, or gone, is taken out.
CREATE OR REPLACE TEMP TABLE new_text AS
SELECT md5_number_lower(article.text_hash) AS text_key, min(article.article_id) AS article_id
FROM staging_article AS article
WHERE md5_number_lower(article.article_id) IN (SELECT article_key FROM changed_article)
GROUP BY article.text_hash;

CREATE OR REPLACE TEMP TABLE gone_text AS
SELECT text_key FROM touched_text WHERE text_key NOT IN (SELECT text_key FROM dim_text);

DELETE FROM bridge_text_band
WHERE text_key IN (SELECT text_key FROM new_text UNION ALL SELECT text_key FROM gone_text);

INSERT INTO bridge_text_band BY NAME
SELECT new_text.text_key, unnest(keys.bands) AS band
FROM new_text
JOIN staging_fingerprint AS keys USING (article_id);
