MERGE INTO dim_official AS target
USING (
    SELECT
        md5_number_lower(official_id) AS official_key,
        official_id,
        name_ar,
        name_en,
        country_code,
        wikidata_id
    FROM reference_official
) AS staged
ON target.official_key = staged.official_key
WHEN MATCHED THEN UPDATE BY NAME
WHEN NOT MATCHED THEN INSERT BY NAME;
