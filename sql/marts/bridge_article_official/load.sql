DELETE FROM bridge_article_official
WHERE article_key IN (SELECT article_key FROM touched_article);

INSERT INTO bridge_article_official BY NAME
SELECT *
FROM (
    SELECT
        article_key,
        entity_key AS official_key,
        count(*)::INTEGER AS mention_count,
        min(start_offset) FILTER (WHERE field = 'body') AS first_offset,
        bool_or(field = 'title') AS is_in_title
    FROM fact_mention
    WHERE kind = 'official' AND article_key IN (SELECT article_key FROM touched_article)
    GROUP BY ALL
)
LEFT JOIN (
    SELECT
        naming.article_key,
        person.official_key,
        first(naming.office_title ORDER BY length(naming.office_title) DESC NULLS LAST, naming.found_id) AS office_title,
        first(naming.country_code ORDER BY length(naming.office_title) DESC NULLS LAST, naming.found_id) AS office_country_code,
        first(naming.standing ORDER BY length(naming.office_title) DESC NULLS LAST, naming.found_id) AS standing
    FROM fact_naming AS naming
    JOIN bridge_found_official AS person USING (found_id)
    WHERE naming.article_key IN (SELECT article_key FROM touched_article)
    GROUP BY ALL
) USING (article_key, official_key);
