CREATE TABLE IF NOT EXISTS dim_office (
    office_key UBIGINT NOT NULL,
    office_id VARCHAR NOT NULL,
    title_ar VARCHAR NOT NULL,
    name_en VARCHAR,
    country_code VARCHAR,
    organization_code VARCHAR,
    agency_key UBIGINT,
    kind VARCHAR,
    official_key UBIGINT NOT NULL,
    valid_from DATE,
    valid_to DATE,
    stated_from VARCHAR,
    stated_to VARCHAR,
    is_current BOOLEAN,
    is_acting BOOLEAN NOT NULL,
    basis VARCHAR NOT NULL,
    evidence VARCHAR,
    first_seen_date DATE,
    last_seen_date DATE,
    article_count INTEGER NOT NULL
);

COMMENT ON TABLE dim_office IS 'One row per office, holder and period (type-2 history): from sql/reference, and from titles in articles where no listed period fits.';
COMMENT ON COLUMN dim_office.office_key IS 'Hash of office_id, official_id, basis and stated_from.';
COMMENT ON COLUMN dim_office.office_id IS 'Stable id; it begins with press- for one that only articles name.';
COMMENT ON COLUMN dim_office.title_ar IS 'Title in Arabic; as published most often where only articles name it.';
COMMENT ON COLUMN dim_office.name_en IS 'Title in English.';
COMMENT ON COLUMN dim_office.country_code IS 'State of the office, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN dim_office.organization_code IS 'Intergovernmental organization of the office.';
COMMENT ON COLUMN dim_office.agency_key IS 'Body that the office heads or belongs to: dim_agency.';
COMMENT ON COLUMN dim_office.kind IS 'Kind of office: minister, ambassador, police and so on.';
COMMENT ON COLUMN dim_office.official_key IS 'Who holds or held it: dim_official.';
COMMENT ON COLUMN dim_office.valid_from IS 'First day of the period; NULL where unknown. From articles: the first one that names the holder so.';
COMMENT ON COLUMN dim_office.valid_to IS 'First day after the period; NULL while open or unknown. From articles: the first one that says former.';
COMMENT ON COLUMN dim_office.stated_from IS 'First date as stated: a day, a month or a year.';
COMMENT ON COLUMN dim_office.stated_to IS 'Last date as stated.';
COMMENT ON COLUMN dim_office.is_current IS 'Whether the list says that the period is open; NULL where it does not say.';
COMMENT ON COLUMN dim_office.is_acting IS 'Whether the office is held for another or for a time.';
COMMENT ON COLUMN dim_office.basis IS 'reference, or press.';
COMMENT ON COLUMN dim_office.evidence IS 'Where the period comes from.';
COMMENT ON COLUMN dim_office.first_seen_date IS 'News date of the first article that names the holder with a title in the period.';
COMMENT ON COLUMN dim_office.last_seen_date IS 'News date of the last one.';
COMMENT ON COLUMN dim_office.article_count IS 'Number of these articles.';
