-- Public offices.
CREATE OR REPLACE TEMP VIEW reference_office AS
SELECT
    office_id,
    title_ar,
    name_en,
    country_code,
    organization_code,
    agency_id,
    kind
FROM read_csv(
    getvariable('reference') || '/office.csv',
    header = true, delim = ',', quote = '"', escape = '"', all_varchar = true
);
