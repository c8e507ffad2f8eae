CREATE TABLE IF NOT EXISTS dim_story (
    story_key UBIGINT NOT NULL,
    story_id VARCHAR NOT NULL,
    title VARCHAR,
    news_date DATE NOT NULL,
    first_source_key UBIGINT NOT NULL,
    first_at TIMESTAMPTZ NOT NULL,
    last_at TIMESTAMPTZ NOT NULL,
    article_count INTEGER NOT NULL,
    report_count INTEGER NOT NULL,
    copy_count INTEGER NOT NULL,
    source_count INTEGER NOT NULL
);

COMMENT ON TABLE dim_story IS 'One row per story: one event, in whatever words it is reported.';
COMMENT ON COLUMN dim_story.story_key IS 'Hash of story_id; the article_key of the first article.';
COMMENT ON COLUMN dim_story.story_id IS 'Stable id: the article_id of the first article. It changes where an older article is found later, or stories turn out to be one: fact_story_merge.';
COMMENT ON COLUMN dim_story.title IS 'Headline of the first article.';
COMMENT ON COLUMN dim_story.news_date IS 'News day of the first article.';
COMMENT ON COLUMN dim_story.first_source_key IS 'The source that had it first: dim_source.';
COMMENT ON COLUMN dim_story.first_at IS 'When the first article was published, or where its page does not say, the first instant of its news day in UTC.';
COMMENT ON COLUMN dim_story.last_at IS 'The same of the last one.';
COMMENT ON COLUMN dim_story.article_count IS 'Articles: report_count and copy_count together.';
COMMENT ON COLUMN dim_story.report_count IS 'Independent articles: copies collapsed.';
COMMENT ON COLUMN dim_story.copy_count IS 'Articles that are copies of another one.';
COMMENT ON COLUMN dim_story.source_count IS 'Sources that tell it.';
