CREATE TABLE IF NOT EXISTS fact_health (
    health_key UBIGINT NOT NULL,
    news_date DATE NOT NULL,
    source_key UBIGINT NOT NULL,
    finding VARCHAR NOT NULL,
    about VARCHAR NOT NULL,
    expected DOUBLE,
    found DOUBLE,
    detail VARCHAR NOT NULL,
    checked_date DATE NOT NULL
);

COMMENT ON TABLE fact_health IS 'One row per news day, source and finding: what is unlike the source''s own history, or damaged.';
COMMENT ON COLUMN fact_health.health_key IS 'Hash of news date, source, finding and what it is about.';
COMMENT ON COLUMN fact_health.news_date IS 'News day that the finding is about.';
COMMENT ON COLUMN fact_health.source_key IS 'The source: dim_source.';
COMMENT ON COLUMN fact_health.finding IS 'Code of the finding: quiet, not_collected, soft_200, layout_broken, robots_changed, feed_moved, feed_gone or archive_damaged.';
COMMENT ON COLUMN fact_health.about IS 'Which field, address or file it is about; empty where it is the day as a whole.';
COMMENT ON COLUMN fact_health.expected IS 'What is usual: articles, or a share; NULL where nothing is counted.';
COMMENT ON COLUMN fact_health.found IS 'What was found; NULL where nothing is counted.';
COMMENT ON COLUMN fact_health.detail IS 'The finding in words, with the values that were seen.';
COMMENT ON COLUMN fact_health.checked_date IS 'Day on which it was found last.';
