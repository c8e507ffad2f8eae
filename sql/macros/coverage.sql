-- What a source gave in a month, day by day, against what was to be expected.
-- coverage(source, month): source_id, or NULL for every source; any date of the month.
-- expected is the least that the source declares, else the median of its same weekdays in the eight weeks before.
-- Example: FROM coverage('hespress', '2026-03-01');
CREATE OR REPLACE MACRO coverage(source, month) AS TABLE
WITH days AS (
    SELECT source_key, news_date, in_count AS found, out_count AS articles
    FROM fact_outcome
    WHERE stage = 'refine'
),

expected AS (
    SELECT day.source_key, day.news_date, median(before.articles) AS usual
    FROM days AS day
    JOIN days AS before
        ON day.source_key = before.source_key
        AND before.news_date BETWEEN day.news_date - 56 AND day.news_date - 7
        AND (day.news_date - before.news_date) % 7 = 0
    GROUP BY ALL
)

SELECT
    source_id,
    date AS news_date,
    weekday_ar,
    coalesce(found, 0) AS found,
    coalesce(articles, 0) AS articles,
    coalesce(expected_least, usual) AS expected,
    CASE
        WHEN found IS NULL THEN 'no run'
        WHEN articles = 0 AND coalesce(expected_least, usual, 1) > 0 THEN 'silent'
        WHEN articles < 0.5 * coalesce(expected_least, usual) THEN 'low'
        ELSE 'as expected'
    END AS state
FROM dim_source AS origin
CROSS JOIN dim_date
LEFT JOIN days ON origin.source_key = days.source_key AND date = days.news_date
LEFT JOIN expected ON origin.source_key = expected.source_key AND date = expected.news_date
WHERE (source IS NULL OR source_id = source)
    AND date BETWEEN date_trunc('month', month::DATE) AND last_day(month::DATE)
    AND date <= (SELECT max(news_date) FROM fact_outcome)
    AND origin.source_key IN (SELECT source_key FROM days)
ORDER BY source_id, date;
