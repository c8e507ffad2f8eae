-- Who headed or served in a body on a day, by the lists and by titles in articles.
-- who(agency, day): agency_id of dim_agency, or part of its Arabic or English name; a date.
-- Example: SELECT title_ar, official, valid_from, basis FROM who('un-secretariat', '2022-06-01');
CREATE OR REPLACE MACRO who(agency, day) AS TABLE
SELECT
    agency.agency_id,
    agency.name_ar AS agency_ar,
    office.title_ar,
    official.name_ar AS official_ar,
    official.name_en AS official,
    official.official_id,
    office.valid_from,
    office.valid_to,
    office.is_acting,
    office.basis,
    office.first_seen_date,
    office.last_seen_date
FROM dim_office AS office
JOIN dim_agency AS agency USING (agency_key)
JOIN dim_official AS official USING (official_key)
WHERE (
    agency.agency_id = agency
    OR (
        NOT exists(SELECT 1 FROM dim_agency AS known WHERE known.agency_id = agency)
        AND (contains(agency.name_ar, agency) OR contains(lower(agency.name_en), lower(agency)))
    )
)
    AND office.valid_from <= day::DATE
    AND (office.valid_to IS NULL OR day::DATE < office.valid_to)
ORDER BY agency.agency_id, office.basis DESC, office.valid_from;
