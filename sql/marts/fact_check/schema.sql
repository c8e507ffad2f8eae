CREATE TABLE IF NOT EXISTS fact_check (
    checked_at TIMESTAMPTZ NOT NULL,
    table_name VARCHAR NOT NULL,
    severity VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    row_count BIGINT NOT NULL,
    sample VARCHAR[] NOT NULL
);

COMMENT ON TABLE fact_check IS 'One row per run of a check: how many rows broke its rule.';
COMMENT ON COLUMN fact_check.checked_at IS 'When the checks ran.';
COMMENT ON COLUMN fact_check.table_name IS 'Table that the check belongs to.';
COMMENT ON COLUMN fact_check.severity IS 'fail stops the publish, warn does not.';
COMMENT ON COLUMN fact_check.rule IS 'What must hold.';
COMMENT ON COLUMN fact_check.row_count IS 'Rows that break it.';
COMMENT ON COLUMN fact_check.sample IS 'The first of them.';
