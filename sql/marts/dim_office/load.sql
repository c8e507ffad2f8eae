CREATE OR REPLACE TEMP TABLE listed_office AS
SELECT
    md5_number_lower(concat_ws('/', tenure.office_id, official_id, 'reference', tenure.stated_from)) AS office_key,
    tenure.*,
    office.* EXCLUDE (office_id)
FROM reference_tenure AS tenure
JOIN reference_office AS office USING (office_id);

-- Counted anew are the holders of touched_official, of bridge_found_official's load, and those of whom the
-- lists say something else: a title counts for a listed period if it fits.
CREATE OR REPLACE TEMP TABLE counted_holder AS
WITH former AS (
    SELECT office_key, official_key, country_code, organization_code, valid_from, valid_to
    FROM dim_office
    WHERE basis = 'reference'
),

present AS (
    SELECT office_key, md5_number_lower(official_id), country_code, organization_code, valid_from, valid_to
    FROM listed_office
),

changed AS (
    (FROM former EXCEPT FROM present)
    UNION ALL
    (FROM present EXCEPT FROM former)
)

SELECT md5_number_lower(official_id) AS official_key FROM touched_official
UNION
SELECT official_key FROM changed;

CREATE OR REPLACE TEMP TABLE titled_naming AS
SELECT person.official_id, naming.*
FROM fact_naming AS naming
JOIN bridge_found_official AS person USING (found_id)
WHERE naming.office_title IS NOT NULL
    AND person.official_key IN (SELECT official_key FROM counted_holder);

-- A title counts for the listed period of the same state or body that the article's day falls in.
CREATE OR REPLACE TEMP TABLE staged_office AS
WITH fitting AS (
    SELECT titled_naming.article_key, titled_naming.official_id, titled_naming.news_date, listed_office.office_key
    FROM titled_naming
    JOIN listed_office USING (official_id)
    WHERE coalesce(listed_office.organization_code, listed_office.country_code) = titled_naming.country_code
        AND titled_naming.standing <> 'former'
        AND titled_naming.news_date >= coalesce(listed_office.valid_from, titled_naming.news_date)
        AND (listed_office.valid_to IS NULL OR titled_naming.news_date < listed_office.valid_to)
),

seen AS (
    SELECT
        office_key,
        min(news_date) AS first_seen_date,
        max(news_date) AS last_seen_date,
        count(*)::INTEGER AS article_count
    FROM fitting
    GROUP BY ALL
    UNION ALL
    SELECT office_key, first_seen_date, last_seen_date, article_count
    FROM dim_office
    WHERE basis = 'reference' AND official_key NOT IN (SELECT official_key FROM counted_holder)
),

press AS (
    SELECT
        official_id,
        country_code,
        office_search,
        min(news_date) FILTER (WHERE standing <> 'former') AS valid_from,
        min(news_date) FILTER (WHERE standing = 'former') AS left_by,
        bool_and(standing = 'acting') AS is_acting,
        min(news_date) AS first_seen_date,
        max(news_date) AS last_seen_date,
        count(DISTINCT article_key)::INTEGER AS article_count,
        mode(office_title ORDER BY office_title) AS title_ar,
        first(agency_ids ORDER BY len(agency_ids) DESC, agency_ids) AS agency_ids
    FROM titled_naming
    WHERE contains(office_search, ' ')
        AND NOT (standing = 'former' AND is_listed)
        AND (article_key, official_id) NOT IN (SELECT (article_key, official_id) FROM fitting)
    GROUP BY ALL
)

SELECT
    office_key,
    office_id,
    title_ar,
    name_en,
    country_code,
    organization_code,
    md5_number_lower(agency_id) AS agency_key,
    kind,
    md5_number_lower(official_id) AS official_key,
    valid_from,
    valid_to,
    stated_from,
    stated_to,
    is_current,
    coalesce(is_acting, false) AS is_acting,
    'reference' AS basis,
    evidence,
    first_seen_date,
    last_seen_date,
    coalesce(article_count, 0) AS article_count
FROM listed_office
LEFT JOIN seen USING (office_key)
UNION ALL
SELECT
    md5_number_lower(concat_ws('/', country_code, office_search, official_id, 'press')),
    'press-' || left(md5(concat_ws('/', country_code, office_search)), 12),
    title_ar,
    NULL,
    CASE WHEN country_code IN (SELECT country_code FROM reference_country) THEN country_code END,
    CASE WHEN country_code NOT IN (SELECT country_code FROM reference_country) THEN country_code END,
    md5_number_lower(agency_ids[1]),
    NULL,
    md5_number_lower(official_id),
    valid_from,
    CASE WHEN valid_from IS NULL OR left_by > valid_from THEN left_by END,
    NULL,
    NULL,
    NULL,
    is_acting,
    'press',
    article_count || CASE article_count WHEN 1 THEN ' article' ELSE ' articles' END,
    first_seen_date,
    last_seen_date,
    article_count
FROM press;

-- Who is listed no more, or named so by no article, leaves.
DELETE FROM dim_office
WHERE (basis = 'reference' OR official_key IN (SELECT official_key FROM counted_holder))
    AND office_key NOT IN (SELECT office_key FROM staged_office);

-- Of the others it is the list of countries alone that may say something else.
UPDATE dim_office
SET country_code = organization_code, organization_code = country_code
WHERE basis = 'press'
    AND (
        country_code NOT IN (SELECT country_code FROM reference_country)
        OR organization_code IN (SELECT country_code FROM reference_country)
    );

MERGE INTO dim_office AS target
USING staged_office AS staged
ON target.office_key = staged.office_key
WHEN MATCHED THEN UPDATE BY NAME
WHEN NOT MATCHED THEN INSERT BY NAME;
