DELETE FROM bridge_article_topic
WHERE article_key IN (SELECT article_key FROM changed_article);

INSERT INTO bridge_article_topic BY NAME
SELECT
    md5_number_lower(article_id) AS article_key,
    md5_number_lower(topic_code) AS topic_key,
    score,
    is_primary,
    rule
FROM staging_topic
WHERE md5_number_lower(article_id) IN (SELECT article_key FROM changed_article);
