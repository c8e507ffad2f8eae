-- Which countries are named together most often?
SELECT
    one.name_ar AS country,
    other.name_ar AS with_country,
    count(*) AS articles
FROM bridge_article_country AS a
JOIN bridge_article_country AS b ON a.article_key = b.article_key AND a.country_key <> b.country_key
JOIN dim_country AS one ON one.country_key = a.country_key
JOIN dim_country AS other ON other.country_key = b.country_key
WHERE one.country_code < other.country_code
GROUP BY ALL
ORDER BY articles DESC, country, with_country
LIMIT 5;
