CREATE TABLE IF NOT EXISTS fact_outcome (
    outcome_key UBIGINT NOT NULL,
    news_date DATE NOT NULL,
    source_key UBIGINT NOT NULL,
    stage VARCHAR NOT NULL,
    in_count INTEGER NOT NULL,
    out_count INTEGER NOT NULL,
    drop_count INTEGER NOT NULL
);

COMMENT ON TABLE fact_outcome IS 'One row per news day, source and stage: what went in, what came out, what was dropped.';
COMMENT ON COLUMN fact_outcome.outcome_key IS 'Hash of news date, source and stage.';
COMMENT ON COLUMN fact_outcome.news_date IS 'News day of the run.';
COMMENT ON COLUMN fact_outcome.source_key IS 'The source: dim_source.';
COMMENT ON COLUMN fact_outcome.stage IS 'Stage: collect, refine or load.';
COMMENT ON COLUMN fact_outcome.in_count IS 'Inputs that the stage took.';
COMMENT ON COLUMN fact_outcome.out_count IS 'Outputs that it gave on.';
COMMENT ON COLUMN fact_outcome.drop_count IS 'Inputs that it dropped, each a row of fact_drop.';
