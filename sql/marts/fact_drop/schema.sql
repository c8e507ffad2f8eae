CREATE TABLE IF NOT EXISTS fact_drop (
    drop_key UBIGINT NOT NULL,
    news_date DATE NOT NULL,
    source_key UBIGINT NOT NULL,
    stage VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    detail VARCHAR NOT NULL
);

COMMENT ON TABLE fact_drop IS 'One row per input that a stage dropped on a news day.';
COMMENT ON COLUMN fact_drop.drop_key IS 'Hash of news date, source, stage, address, reason and detail.';
COMMENT ON COLUMN fact_drop.news_date IS 'News day of the run.';
COMMENT ON COLUMN fact_drop.source_key IS 'The source: dim_source.';
COMMENT ON COLUMN fact_drop.stage IS 'Stage that dropped it.';
COMMENT ON COLUMN fact_drop.url IS 'Address of the page or document.';
COMMENT ON COLUMN fact_drop.reason IS 'Code of the reason.';
COMMENT ON COLUMN fact_drop.detail IS 'The reason in words, with the value that was seen.';
