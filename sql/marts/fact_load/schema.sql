CREATE TABLE IF NOT EXISTS fact_load (
    load_key UBIGINT NOT NULL,
    news_date DATE NOT NULL,
    loaded_at TIMESTAMPTZ NOT NULL,
    source_count INTEGER NOT NULL,
    article_count INTEGER NOT NULL,
    new_count INTEGER NOT NULL,
    changed_count INTEGER NOT NULL,
    removed_count INTEGER NOT NULL
);

COMMENT ON TABLE fact_load IS 'One row per load of a news day.';
COMMENT ON COLUMN fact_load.load_key IS 'Hash of news date and instant.';
COMMENT ON COLUMN fact_load.news_date IS 'News day that was loaded.';
COMMENT ON COLUMN fact_load.loaded_at IS 'When the load began.';
COMMENT ON COLUMN fact_load.source_count IS 'Sources that it brought in.';
COMMENT ON COLUMN fact_load.article_count IS 'Articles that were staged.';
COMMENT ON COLUMN fact_load.new_count IS 'Articles that came for the first time.';
COMMENT ON COLUMN fact_load.changed_count IS 'Articles whose state changed.';
COMMENT ON COLUMN fact_load.removed_count IS 'Articles that were taken out.';
