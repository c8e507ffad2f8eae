CREATE TABLE IF NOT EXISTS dim_country (
    country_key UBIGINT NOT NULL,
    country_code VARCHAR NOT NULL,
    alpha3 VARCHAR,
    m49 VARCHAR,
    name_ar VARCHAR NOT NULL,
    formal_name_ar VARCHAR,
    name_en VARCHAR NOT NULL,
    region_en VARCHAR,
    subregion_en VARCHAR,
    is_arab_league BOOLEAN NOT NULL,
    capital_ar VARCHAR,
    capital_en VARCHAR,
    wikidata_id VARCHAR
);

COMMENT ON TABLE dim_country IS 'One row per country or territory of ISO 3166-1, and Kosovo (XK).';
COMMENT ON COLUMN dim_country.country_key IS 'Hash of country_code.';
COMMENT ON COLUMN dim_country.country_code IS 'ISO 3166-1 alpha-2 code.';
COMMENT ON COLUMN dim_country.alpha3 IS 'ISO 3166-1 alpha-3 code.';
COMMENT ON COLUMN dim_country.m49 IS 'UN M49 code.';
COMMENT ON COLUMN dim_country.name_ar IS 'Short name in Arabic, as the press writes it.';
COMMENT ON COLUMN dim_country.formal_name_ar IS 'Formal name in Arabic (UNTERM).';
COMMENT ON COLUMN dim_country.name_en IS 'Short name in English.';
COMMENT ON COLUMN dim_country.region_en IS 'UN region.';
COMMENT ON COLUMN dim_country.subregion_en IS 'UN sub-region.';
COMMENT ON COLUMN dim_country.is_arab_league IS 'Whether it is a member state of the League of Arab States.';
COMMENT ON COLUMN dim_country.capital_ar IS 'Capital in Arabic.';
COMMENT ON COLUMN dim_country.capital_en IS 'Capital in English.';
COMMENT ON COLUMN dim_country.wikidata_id IS 'Wikidata item, as Q and digits.';
