-- ISO 3166-1 countries and territories, and Kosovo.
CREATE OR REPLACE TEMP VIEW reference_country AS
SELECT
    country_code,
    alpha3,
    m49,
    name_ar,
    formal_name_ar,
    name_en,
    region_en,
    subregion_en,
    is_arab_league::BOOLEAN AS is_arab_league,
    capital_ar,
    capital_en,
    wikidata_id
FROM read_csv(
    getvariable('reference') || '/country.csv',
    header = true, delim = ',', quote = '"', escape = '"', all_varchar = true
);
