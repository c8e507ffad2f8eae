MERGE INTO dim_agency AS target
USING (
    WITH found AS (
        SELECT DISTINCT agency_id, name_en, country, kind
        FROM staging_found_agency
        ANTI JOIN reference_agency USING (agency_id)
        QUALIFY row_number() OVER (PARTITION BY agency_id ORDER BY name_en, country, kind) = 1
    ),

    surfaces AS (
        SELECT entity_id AS agency_id, surface, count(*) AS times
        FROM fact_mention
        WHERE kind = 'agency' AND entity_id NOT IN (SELECT agency_id FROM reference_agency)
        GROUP BY ALL
    ),

    named AS (
        SELECT agency_id, first(surface ORDER BY times DESC, surface) AS name_ar FROM surfaces GROUP BY ALL
    )

    SELECT
        md5_number_lower(agency_id) AS agency_key,
        agency_id,
        name_ar,
        name_en,
        country_code,
        organization_code,
        kind,
        parent_id,
        wikidata_id,
        false AS is_provisional
    FROM reference_agency
    UNION ALL
    SELECT
        md5_number_lower(agency_id),
        agency_id,
        named.name_ar,
        coalesce(nullif(found.name_en, ''), known.name_en),
        coalesce(
            CASE WHEN found.country IN (SELECT country_code FROM reference_country) THEN found.country END,
            known.country_code
        ),
        coalesce(
            CASE WHEN found.country NOT IN (SELECT country_code FROM reference_country) THEN found.country END,
            known.organization_code
        ),
        coalesce(found.kind, known.kind),
        NULL,
        NULL,
        true
    FROM named
    LEFT JOIN found USING (agency_id)
    LEFT JOIN (FROM dim_agency WHERE is_provisional) AS known USING (agency_id)
) AS staged
ON target.agency_key = staged.agency_key
WHEN MATCHED THEN UPDATE BY NAME
WHEN NOT MATCHED THEN INSERT BY NAME
WHEN NOT MATCHED BY SOURCE THEN DELETE;
