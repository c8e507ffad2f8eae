DELETE FROM bridge_article_country
WHERE article_key IN (SELECT article_key FROM changed_article);

INSERT INTO bridge_article_country BY NAME
SELECT
    article_key,
    entity_key AS country_key,
    count(*)::INTEGER AS mention_count,
    min(start_offset) FILTER (WHERE field = 'body') AS first_offset,
    bool_or(field = 'title') AS is_in_title
FROM fact_mention
WHERE kind = 'country' AND article_key IN (SELECT article_key FROM changed_article)
GROUP BY ALL;
