CREATE TABLE IF NOT EXISTS bridge_found_official (
    found_key UBIGINT NOT NULL,
    found_id VARCHAR NOT NULL,
    official_key UBIGINT NOT NULL,
    official_id VARCHAR NOT NULL,
    evidence VARCHAR,
    is_doubtful BOOLEAN NOT NULL,
    name_ar VARCHAR
);

COMMENT ON TABLE bridge_found_official IS 'One row per person as found in articles: which official it is, once all articles are known.';
COMMENT ON COLUMN bridge_found_official.found_key IS 'Hash of found_id.';
COMMENT ON COLUMN bridge_found_official.found_id IS 'Id that articles alone give the person: fact_naming.';
COMMENT ON COLUMN bridge_found_official.official_key IS 'The official: dim_official.';
COMMENT ON COLUMN bridge_found_official.official_id IS 'Id of the official.';
COMMENT ON COLUMN bridge_found_official.evidence IS 'Why the found person is this official; NULL where nothing had to be decided.';
COMMENT ON COLUMN bridge_found_official.is_doubtful IS 'Whether somebody should look at it: rasad review.';
COMMENT ON COLUMN bridge_found_official.name_ar IS 'Name that a reviewer gave.';
