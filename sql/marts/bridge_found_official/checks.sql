-- fail: found_key identifies a row
SELECT found_key, count(*) AS rows FROM bridge_found_official GROUP BY found_key HAVING count(*) > 1;

-- fail: every official_key stands in dim_official
SELECT bridge_found_official.official_key FROM bridge_found_official ANTI JOIN dim_official USING (official_key);

-- fail: every person that an article names is some official
SELECT found_id FROM fact_naming ANTI JOIN bridge_found_official USING (found_id);
