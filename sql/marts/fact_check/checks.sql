-- fail: a check ran once at a time
SELECT checked_at, table_name, severity, rule FROM fact_check GROUP BY ALL HAVING count(*) > 1;
