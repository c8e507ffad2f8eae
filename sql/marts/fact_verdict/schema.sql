CREATE TABLE IF NOT EXISTS fact_verdict (
    verdict_no INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    left_id VARCHAR NOT NULL,
    right_id VARCHAR,
    name_ar VARCHAR
);

COMMENT ON TABLE fact_verdict IS 'One row per line of the reviewers that the last load obeyed: rasad review.';
COMMENT ON COLUMN fact_verdict.verdict_no IS 'Place of the line among the lines, from 1: of two on one pair the later counts.';
COMMENT ON COLUMN fact_verdict.kind IS 'What the line says of the ids: same, different or rename.';
COMMENT ON COLUMN fact_verdict.left_id IS 'Id of a person: fact_naming.found_id, or a listed official_id.';
COMMENT ON COLUMN fact_verdict.right_id IS 'Id of the other person; NULL where the line is about one.';
COMMENT ON COLUMN fact_verdict.name_ar IS 'Name that the line gives; NULL where it gives none.';
