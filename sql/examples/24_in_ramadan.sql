-- How many articles fall into each Hijri month?
SELECT hijri_year, hijri_month_ar, count(*) AS articles
FROM fact_article
JOIN dim_date ON news_date = date
GROUP BY ALL
ORDER BY hijri_year, min(hijri_month);
