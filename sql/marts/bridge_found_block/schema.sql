CREATE TABLE IF NOT EXISTS bridge_found_block (
    found_id VARCHAR NOT NULL,
    block UINTEGER NOT NULL
);

COMMENT ON TABLE bridge_found_block IS 'One row per person as found in articles and key that whoever may be the same one shares.';
COMMENT ON COLUMN bridge_found_block.found_id IS 'Id that articles alone give the person: fact_naming.';
COMMENT ON COLUMN bridge_found_block.block IS 'Hash of a name, or of words of the name with a country and a body or words of a title.';
