DELETE FROM bridge_article_agency
WHERE article_key IN (SELECT article_key FROM changed_article);

INSERT INTO bridge_article_agency BY NAME
SELECT
    article_key,
    entity_key AS agency_key,
    count(*)::INTEGER AS mention_count,
    min(start_offset) FILTER (WHERE field = 'body') AS first_offset,
    bool_or(field = 'title') AS is_in_title
FROM fact_mention
WHERE kind = 'agency' AND article_key IN (SELECT article_key FROM changed_article)
GROUP BY ALL;
