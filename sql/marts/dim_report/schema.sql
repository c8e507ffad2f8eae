CREATE TABLE IF NOT EXISTS dim_report (
    report_key UBIGINT NOT NULL,
    report_id VARCHAR NOT NULL,
    story_key UBIGINT NOT NULL,
    first_source_key UBIGINT NOT NULL,
    first_at TIMESTAMPTZ NOT NULL,
    article_count INTEGER NOT NULL,
    copy_count INTEGER NOT NULL,
    source_count INTEGER NOT NULL
);

COMMENT ON TABLE dim_report IS 'One row per report: a text and its copies, however changed, counted as one independent article.';
COMMENT ON COLUMN dim_report.report_key IS 'Hash of report_id; the article_key of the first article.';
COMMENT ON COLUMN dim_report.report_id IS 'Stable id: the article_id of the first article.';
COMMENT ON COLUMN dim_report.story_key IS 'The story that it tells: dim_story.';
COMMENT ON COLUMN dim_report.first_source_key IS 'The source that had it first: dim_source.';
COMMENT ON COLUMN dim_report.first_at IS 'When the first article was published, or where its page does not say, the first instant of its news day in UTC.';
COMMENT ON COLUMN dim_report.article_count IS 'Articles of the report.';
COMMENT ON COLUMN dim_report.copy_count IS 'Articles but the first.';
COMMENT ON COLUMN dim_report.source_count IS 'Sources that have it.';
