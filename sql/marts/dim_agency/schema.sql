CREATE TABLE IF NOT EXISTS dim_agency (
    agency_key UBIGINT NOT NULL,
    agency_id VARCHAR NOT NULL,
    name_ar VARCHAR NOT NULL,
    name_en VARCHAR,
    country_code VARCHAR,
    organization_code VARCHAR,
    kind VARCHAR NOT NULL,
    parent_id VARCHAR,
    wikidata_id VARCHAR,
    is_provisional BOOLEAN NOT NULL
);

COMMENT ON TABLE dim_agency IS 'One row per public body: ministry, service, court, organization; listed ones, and provisional ones that only articles name.';
COMMENT ON COLUMN dim_agency.agency_key IS 'Hash of agency_id.';
COMMENT ON COLUMN dim_agency.agency_id IS 'Stable id.';
COMMENT ON COLUMN dim_agency.name_ar IS 'Name in Arabic.';
COMMENT ON COLUMN dim_agency.name_en IS 'Name in English; NULL where nothing gives it.';
COMMENT ON COLUMN dim_agency.country_code IS 'Country that it belongs to, ISO 3166-1 alpha-2; NULL for an intergovernmental body.';
COMMENT ON COLUMN dim_agency.organization_code IS 'Intergovernmental organization that it belongs to, such as UN or EU.';
COMMENT ON COLUMN dim_agency.kind IS 'Kind of body: ministry, police, intelligence, court and so on.';
COMMENT ON COLUMN dim_agency.parent_id IS 'agency_id of the body above it.';
COMMENT ON COLUMN dim_agency.wikidata_id IS 'Wikidata item, where certain.';
COMMENT ON COLUMN dim_agency.is_provisional IS 'Whether only articles name this body.';
