-- Whom and what articles name together with an entity, most often first.
-- co_mentions(entity): country code, agency_id or official_id; date_from, date_to: news dates, both included.
-- Example: SELECT kind, name_ar, articles FROM co_mentions('ma-dgsn', date_from := '2026-01-01') LIMIT 20;
CREATE OR REPLACE MACRO co_mentions(entity, date_from := NULL, date_to := NULL) AS TABLE
WITH own AS (
    SELECT DISTINCT article_key
    FROM fact_mention
    JOIN fact_article USING (article_key)
    WHERE entity_id = entity
        AND (date_from IS NULL OR news_date >= date_from::DATE)
        AND (date_to IS NULL OR news_date <= date_to::DATE)
),

named AS (
    SELECT country_key AS entity_key, 'country' AS kind, name_ar, name_en FROM dim_country
    UNION ALL
    SELECT official_key, 'official', name_ar, name_en FROM dim_official
    UNION ALL
    SELECT agency_key, 'agency', name_ar, name_en FROM dim_agency
)

SELECT
    kind,
    entity_id,
    name_ar,
    name_en,
    count(DISTINCT article_key) AS articles,
    count(*) AS mentions
FROM fact_mention
JOIN own USING (article_key)
JOIN named USING (kind, entity_key)
WHERE entity_id <> entity
GROUP BY ALL
ORDER BY articles DESC, mentions DESC, entity_id;
