-- Why did pages not become articles?
SELECT stage, reason, count(*) AS pages
FROM fact_drop
GROUP BY ALL
ORDER BY pages DESC, stage, reason;
