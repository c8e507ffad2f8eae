MERGE INTO fact_outcome AS target
USING (
    SELECT
        md5_number_lower(concat_ws('/', news_date, source_id, stage)) AS outcome_key,
        md5_number_lower(source_id) AS source_key,
        * EXCLUDE (source_id)
    FROM (
        SELECT * FROM staging_outcome
        UNION ALL BY NAME
        SELECT * FROM staging_load_outcome
    )
) AS staged
ON target.outcome_key = staged.outcome_key
WHEN MATCHED THEN UPDATE BY NAME
WHEN NOT MATCHED THEN INSERT BY NAME;
