CREATE TABLE IF NOT EXISTS dim_official (
    official_key UBIGINT NOT NULL,
    official_id VARCHAR NOT NULL,
    name_ar VARCHAR NOT NULL,
    name_en VARCHAR,
    country_code VARCHAR,
    organization_code VARCHAR,
    wikidata_id VARCHAR,
    is_provisional BOOLEAN NOT NULL,
    first_seen_date DATE,
    last_seen_date DATE
);

COMMENT ON TABLE dim_official IS 'One row per person who holds or held public office: listed ones, and provisional ones that only articles name.';
COMMENT ON COLUMN dim_official.official_key IS 'Hash of official_id.';
COMMENT ON COLUMN dim_official.official_id IS 'Stable id; it begins with p- for one that only articles name.';
COMMENT ON COLUMN dim_official.name_ar IS 'Name in Arabic.';
COMMENT ON COLUMN dim_official.name_en IS 'Name in Latin letters; NULL where no list gives it.';
COMMENT ON COLUMN dim_official.country_code IS 'Country of the offices, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN dim_official.organization_code IS 'Intergovernmental organization of the office, for a provisional official.';
COMMENT ON COLUMN dim_official.wikidata_id IS 'Wikidata item, where certain.';
COMMENT ON COLUMN dim_official.is_provisional IS 'Whether only articles name this person.';
COMMENT ON COLUMN dim_official.first_seen_date IS 'News date of the first article that names the person.';
COMMENT ON COLUMN dim_official.last_seen_date IS 'News date of the last one.';
