MERGE INTO dim_source AS target
USING (
    SELECT
        md5_number_lower(source_id) AS source_key,
        source_id,
        name_ar,
        name_en,
        country_code,
        owner_kind,
        timezone,
        home_url,
        expected_least,
        expected_most
    FROM staging_source
) AS staged
ON target.source_key = staged.source_key
WHEN MATCHED THEN UPDATE BY NAME
WHEN NOT MATCHED THEN INSERT BY NAME;
