-- fail: drop_key identifies a row
SELECT drop_key, count(*) AS rows FROM fact_drop GROUP BY drop_key HAVING count(*) > 1;

-- fail: every source_key stands in dim_source
SELECT fact_drop.source_key FROM fact_drop ANTI JOIN dim_source USING (source_key);
