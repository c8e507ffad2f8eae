MERGE INTO dim_country AS target
USING (
    SELECT
        md5_number_lower(country_code) AS country_key,
        *
    FROM reference_country
) AS staged
ON target.country_key = staged.country_key
WHEN MATCHED THEN UPDATE BY NAME
WHEN NOT MATCHED THEN INSERT BY NAME
WHEN NOT MATCHED BY SOURCE THEN DELETE;
