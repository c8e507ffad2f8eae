MERGE INTO dim_official AS target
USING (
    WITH seen AS (
        SELECT
            person.official_id,
            min(naming.news_date) AS first_seen_date,
            max(naming.news_date) AS last_seen_date
        FROM fact_naming AS naming
        JOIN bridge_found_official AS person USING (found_id)
        GROUP BY ALL
    ),

    named AS (
        SELECT person.official_id, person.name_ar AS given_name, naming.name, naming.country_code, count(*) AS times
        FROM fact_naming AS naming
        JOIN bridge_found_official AS person USING (found_id)
        WHERE NOT naming.is_listed
        GROUP BY ALL
    ),

    provisional AS (
        SELECT
            official_id,
            coalesce(
                max(given_name),
                first(name ORDER BY len(string_split(name, ' ')) DESC, times DESC, name)
            ) AS name_ar,
            first(country_code ORDER BY times DESC, country_code) FILTER (WHERE country_code IS NOT NULL) AS home
        FROM named
        ANTI JOIN reference_official USING (official_id)
        GROUP BY ALL
    )

    SELECT
        md5_number_lower(official_id) AS official_key,
        official_id,
        name_ar,
        name_en,
        country_code,
        NULL AS organization_code,
        wikidata_id,
        false AS is_provisional,
        first_seen_date,
        last_seen_date
    FROM reference_official
    LEFT JOIN seen USING (official_id)
    UNION ALL
    SELECT
        md5_number_lower(official_id),
        official_id,
        name_ar,
        NULL,
        CASE WHEN home IN (SELECT country_code FROM reference_country) THEN home END,
        CASE WHEN home NOT IN (SELECT country_code FROM reference_country) THEN home END,
        NULL,
        true,
        first_seen_date,
        last_seen_date
    FROM provisional
    JOIN seen USING (official_id)
) AS staged
ON target.official_key = staged.official_key
WHEN MATCHED THEN UPDATE BY NAME
WHEN NOT MATCHED THEN INSERT BY NAME
WHEN NOT MATCHED BY SOURCE THEN DELETE;
