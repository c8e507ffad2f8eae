-- Public bodies that the press names.
CREATE OR REPLACE TEMP VIEW reference_agency AS
SELECT
    agency_id,
    name_ar,
    name_en,
    country_code,
    organization_code,
    kind,
    generic,
    parent_id,
    wikidata_id
FROM read_csv(
    getvariable('reference') || '/agency.csv',
    header = true, delim = ',', quote = '"', escape = '"', all_varchar = true
);
