-- fail: date_key identifies a row
SELECT date_key, count(*) AS rows FROM dim_date GROUP BY date_key HAVING count(*) > 1;

-- fail: a Hijri month has 29 or 30 days
SELECT hijri_year, hijri_month, max(hijri_day) AS days FROM dim_date
GROUP BY ALL
HAVING max(hijri_day) NOT BETWEEN 29 AND 30 AND max(date) < (SELECT max(date) FROM dim_date);

-- fail: every news date stands in dim_date
SELECT article_id, news_date FROM fact_article ANTI JOIN dim_date ON news_date = date;
