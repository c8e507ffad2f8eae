CREATE TABLE IF NOT EXISTS fact_found_tie (
    found_id VARCHAR NOT NULL,
    other_found_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    why VARCHAR NOT NULL,
    weak_id VARCHAR
);

COMMENT ON TABLE fact_found_tie IS 'One row per two people as found in articles with evidence that they are one.';
COMMENT ON COLUMN fact_found_tie.found_id IS 'Id that articles alone give one of them: fact_naming; the smaller of the two.';
COMMENT ON COLUMN fact_found_tie.other_found_id IS 'Id that articles alone give the other one.';
COMMENT ON COLUMN fact_found_tie.kind IS 'The evidence, the surest first: same_name, contained, unknown_country, other_country, misspelt.';
COMMENT ON COLUMN fact_found_tie.why IS 'The evidence in words.';
COMMENT ON COLUMN fact_found_tie.weak_id IS 'Of the two the one that says less, and may fit others too; NULL where neither does.';
