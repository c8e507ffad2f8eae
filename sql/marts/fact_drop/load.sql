DELETE FROM fact_drop
WHERE news_date = getvariable('news_date')
    AND source_key IN (SELECT source_key FROM loaded_source);

MERGE INTO fact_drop AS target
USING (
    SELECT
        md5_number_lower(concat_ws('/', news_date, source_id, stage, url, reason, detail, nth)) AS drop_key,
        md5_number_lower(source_id) AS source_key,
        * EXCLUDE (source_id, nth)
    FROM (
        SELECT
            *,
            row_number() OVER (PARTITION BY source_id, stage, url, reason, detail) AS nth
        FROM staging_drop
    )
) AS staged
ON target.drop_key = staged.drop_key
WHEN MATCHED THEN UPDATE BY NAME
WHEN NOT MATCHED THEN INSERT BY NAME;
