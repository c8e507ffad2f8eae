CREATE TABLE IF NOT EXISTS dim_text (
    text_key UBIGINT NOT NULL,
    text_hash VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    first_at TIMESTAMPTZ NOT NULL,
    first_date DATE NOT NULL,
    collected_date DATE NOT NULL,
    article_count INTEGER NOT NULL
);

COMMENT ON TABLE dim_text IS 'One row per text: articles whose title and body have the same search form share it.';
COMMENT ON COLUMN dim_text.text_key IS 'Hash of text_hash.';
COMMENT ON COLUMN dim_text.text_hash IS 'Hash of the search form of title and body, as in fact_article.';
COMMENT ON COLUMN dim_text.article_id IS 'The first article that has the text: by first_at, then by article_id.';
COMMENT ON COLUMN dim_text.first_at IS 'When that was published, or where its page does not say, the first instant of its news day in UTC.';
COMMENT ON COLUMN dim_text.first_date IS 'News day of that article.';
COMMENT ON COLUMN dim_text.collected_date IS 'Earliest day for which an article with the text was collected.';
COMMENT ON COLUMN dim_text.article_count IS 'Articles that have the text.';
