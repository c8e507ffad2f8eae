-- Which officials are named, and in how many articles?
SELECT
    official.name_ar AS official,
    official.name_en,
    official.country_code AS country,
    count(*) AS articles,
    sum(bridge.mention_count)::INTEGER AS mentions
FROM bridge_article_official AS bridge
JOIN dim_official AS official USING (official_key)
GROUP BY ALL
ORDER BY articles DESC, mentions DESC, name_en, official
LIMIT 5;
