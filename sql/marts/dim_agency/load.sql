MERGE INTO dim_agency AS target
USING (
    SELECT
        md5_number_lower(agency_id) AS agency_key,
        agency_id,
        name_ar,
        name_en,
        country_code,
        organization_code,
        kind,
        parent_id,
        wikidata_id
    FROM reference_agency
) AS staged
ON target.agency_key = staged.agency_key
WHEN MATCHED THEN UPDATE BY NAME
WHEN NOT MATCHED THEN INSERT BY NAME;
