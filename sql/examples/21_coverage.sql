-- What did each source give in March 2026, against what was to be expected?
SELECT source_id, sum(found) AS found, sum(articles) AS articles, count(*) FILTER (WHERE state = 'no run') AS days_without_run
FROM coverage(NULL, DATE '2026-03-01')
GROUP BY source_id
ORDER BY source_id;
