CREATE TABLE IF NOT EXISTS dim_source (
    source_key UBIGINT NOT NULL,
    source_id VARCHAR NOT NULL,
    name_ar VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL,
    country_code VARCHAR,
    owner_kind VARCHAR,
    timezone VARCHAR,
    home_url VARCHAR,
    expected_least INTEGER,
    expected_most INTEGER
);

COMMENT ON TABLE dim_source IS 'One row per source that articles come from. Comes from etl/sources.';
COMMENT ON COLUMN dim_source.source_key IS 'Hash of source_id.';
COMMENT ON COLUMN dim_source.source_id IS 'Stable id: the name of its file in etl/sources.';
COMMENT ON COLUMN dim_source.name_ar IS 'Name in Arabic.';
COMMENT ON COLUMN dim_source.name_en IS 'Name in English.';
COMMENT ON COLUMN dim_source.country_code IS 'Country of the outlet, ISO 3166-1 alpha-2; NULL where it has none.';
COMMENT ON COLUMN dim_source.owner_kind IS 'Who owns the outlet: state, private, party or international; NULL where it has no owner.';
COMMENT ON COLUMN dim_source.timezone IS 'IANA zone of the times that the outlet prints; NULL is the zone of the news day.';
COMMENT ON COLUMN dim_source.home_url IS 'Home page.';
COMMENT ON COLUMN dim_source.expected_least IS 'Fewest articles of an ordinary day, where its file declares it.';
COMMENT ON COLUMN dim_source.expected_most IS 'Most articles of an ordinary day, where its file declares it.';
