-- Only officials of touched_official, of bridge_found_official's load, are counted anew, and those who are
-- listed since the last load, or no more.
CREATE OR REPLACE TEMP TABLE counted_official AS
SELECT official_id FROM touched_official
UNION
(
    SELECT official_id FROM reference_official
    EXCEPT
    SELECT official_id FROM dim_official WHERE NOT is_provisional
)
UNION
(
    SELECT official_id FROM dim_official WHERE NOT is_provisional
    EXCEPT
    SELECT official_id FROM reference_official
);

CREATE OR REPLACE TEMP TABLE counted_naming AS
SELECT
    person.official_id,
    person.name_ar AS given_name,
    naming.name,
    naming.country_code,
    naming.is_listed,
    count(*) AS times,
    min(naming.news_date) AS first_seen_date,
    max(naming.news_date) AS last_seen_date
FROM fact_naming AS naming
JOIN bridge_found_official AS person USING (found_id)
WHERE person.official_id IN (SELECT official_id FROM counted_official)
GROUP BY ALL;

CREATE OR REPLACE TEMP TABLE staged_official AS
WITH seen AS (
    SELECT official_id, min(first_seen_date) AS first_seen_date, max(last_seen_date) AS last_seen_date
    FROM counted_naming
    GROUP BY ALL
    UNION ALL
    SELECT official_id, first_seen_date, last_seen_date
    FROM dim_official
    WHERE NOT is_provisional AND official_id NOT IN (SELECT official_id FROM counted_official)
),

named AS (
    SELECT official_id, given_name, name, country_code, sum(times) AS times
    FROM counted_naming
    WHERE NOT is_listed
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
JOIN seen USING (official_id);

-- Who is listed no more, or named by no article, leaves.
DELETE FROM dim_official
WHERE (NOT is_provisional OR official_id IN (SELECT official_id FROM counted_official))
    AND official_key NOT IN (SELECT official_key FROM staged_official);

-- Of the others it is the list of countries alone that may say something else.
UPDATE dim_official
SET country_code = organization_code, organization_code = country_code
WHERE is_provisional
    AND (
        country_code NOT IN (SELECT country_code FROM reference_country)
        OR organization_code IN (SELECT country_code FROM reference_country)
    );

MERGE INTO dim_official AS target
USING staged_official AS staged
ON target.official_key = staged.official_key
WHEN MATCHED THEN UPDATE BY NAME
WHEN NOT MATCHED THEN INSERT BY NAME;
