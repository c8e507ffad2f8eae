-- fail: health_key identifies a row
SELECT health_key, count(*) AS rows FROM fact_health GROUP BY health_key HAVING count(*) > 1;

-- fail: every source_key stands in dim_source
SELECT fact_health.source_key FROM fact_health ANTI JOIN dim_source USING (source_key);

-- warn: no source has a finding in the last two weeks
SELECT news_date, source_id, finding, detail
FROM fact_health
JOIN dim_source USING (source_key)
WHERE news_date > (SELECT max(news_date) FROM fact_outcome) - 14;
