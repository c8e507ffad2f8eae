-- fail: load_key identifies a row
SELECT load_key, count(*) AS rows FROM fact_load GROUP BY load_key HAVING count(*) > 1;
