-- fail: outcome_key identifies a row
SELECT outcome_key, count(*) AS rows FROM fact_outcome GROUP BY outcome_key HAVING count(*) > 1;

-- fail: every source_key stands in dim_source
SELECT fact_outcome.source_key FROM fact_outcome ANTI JOIN dim_source USING (source_key);

-- fail: taken in = put out + dropped
SELECT * FROM fact_outcome WHERE in_count <> out_count + drop_count;

-- fail: every drop that is counted is a row
SELECT outcome.* FROM fact_outcome AS outcome
LEFT JOIN (
    SELECT news_date, source_key, stage, count(*) AS drop_rows FROM fact_drop GROUP BY ALL
) AS dropped USING (news_date, source_key, stage)
WHERE outcome.drop_count <> coalesce(dropped.drop_rows, 0);

-- warn: in the last week a source gave about as much as it declares, or as on its days of the month before
SELECT source_id, news_date, out_count, expected_least, expected_most
FROM (
    SELECT
        source_id,
        news_date,
        out_count,
        coalesce(
            expected_least,
            CASE WHEN count(*) OVER month >= 7 THEN 0.3 * median(out_count) OVER month END
        ) AS expected_least,
        coalesce(
            expected_most,
            CASE WHEN count(*) OVER month >= 7 THEN 3 * median(out_count) OVER month END
        ) AS expected_most
    FROM fact_outcome
    JOIN dim_source USING (source_key)
    WHERE stage = 'refine'
    WINDOW month AS (
        PARTITION BY source_key ORDER BY news_date
        RANGE BETWEEN INTERVAL 28 DAY PRECEDING AND INTERVAL 1 DAY PRECEDING
    )
)
WHERE news_date > (SELECT max(news_date) - 7 FROM fact_outcome)
    AND (out_count < expected_least OR out_count > expected_most);
