-- Which states of the Arab League are named with which others, and in how many articles?
SELECT
    arab.name_ar AS arab_state,
    other.name_ar AS other_state,
    count(*) AS articles
FROM bridge_article_country AS a
JOIN bridge_article_country AS b USING (article_key)
JOIN dim_country AS arab ON a.country_key = arab.country_key
JOIN dim_country AS other ON b.country_key = other.country_key
WHERE arab.is_arab_league AND NOT other.is_arab_league
GROUP BY ALL
ORDER BY articles DESC, arab_state, other_state
LIMIT 10;
