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
