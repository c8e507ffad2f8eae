-- fail: source_key identifies a row
SELECT source_key, count(*) AS rows FROM dim_source GROUP BY source_key HAVING count(*) > 1;
