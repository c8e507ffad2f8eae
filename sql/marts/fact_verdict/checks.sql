-- fail: verdict_no identifies a row
SELECT verdict_no, count(*) AS rows FROM fact_verdict GROUP BY verdict_no HAVING count(*) > 1;

-- fail: a verdict on a pair names two, a rename gives a name
SELECT * FROM fact_verdict
WHERE CASE kind WHEN 'rename' THEN name_ar IS NULL ELSE right_id IS NULL OR right_id = left_id END;
