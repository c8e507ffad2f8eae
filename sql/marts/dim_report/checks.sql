-- fail: report_key identifies a row
SELECT report_key, count(*) AS rows FROM dim_report GROUP BY report_key HAVING count(*) > 1;

-- fail: every article of a report is counted
SELECT report_key, sum(n) AS difference
FROM (
    SELECT report_key, article_count AS n FROM dim_report
    UNION ALL
    SELECT report_key, -count(*) FROM bridge_article_story GROUP BY report_key
)
GROUP BY report_key
HAVING sum(n) <> 0;

-- fail: every story_key stands in dim_story
SELECT dim_report.report_key FROM dim_report ANTI JOIN dim_story USING (story_key);
