CREATE TABLE IF NOT EXISTS dim_official (
    official_key UBIGINT NOT NULL,
    official_id VARCHAR NOT NULL,
    name_ar VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL,
    country_code VARCHAR,
    wikidata_id VARCHAR
);

COMMENT ON TABLE dim_official IS 'One row per person who holds or held public office.';
COMMENT ON COLUMN dim_official.official_key IS 'Hash of official_id.';
COMMENT ON COLUMN dim_official.official_id IS 'Stable id.';
COMMENT ON COLUMN dim_official.name_ar IS 'Name in Arabic.';
COMMENT ON COLUMN dim_official.name_en IS 'Name in Latin letters.';
COMMENT ON COLUMN dim_official.country_code IS 'Country of the offices, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN dim_official.wikidata_id IS 'Wikidata item, where certain.';
