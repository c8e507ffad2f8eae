-- With which titles does the press name people that no list holds?
SELECT
    official.name_ar AS official,
    bridge.office_title,
    bridge.office_country_code AS country,
    count(*) AS articles
FROM bridge_article_official AS bridge
JOIN dim_official AS official USING (official_key)
WHERE official.is_provisional
GROUP BY ALL
ORDER BY articles DESC, official, office_title;
