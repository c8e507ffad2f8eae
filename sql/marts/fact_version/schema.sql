CREATE TABLE IF NOT EXISTS fact_version (
    article_key UBIGINT NOT NULL,
    seen_at TIMESTAMPTZ NOT NULL,
    source_key UBIGINT NOT NULL,
    collected_date DATE NOT NULL,
    is_deletion BOOLEAN NOT NULL,
    text_hash VARCHAR,
    title VARCHAR,
    body VARCHAR
);

COMMENT ON TABLE fact_version IS 'One row per article and fetch that was archived: the text as it then was, or that it was gone.';
COMMENT ON COLUMN fact_version.article_key IS 'The article: fact_article, where it is still given.';
COMMENT ON COLUMN fact_version.seen_at IS 'When it was fetched.';
COMMENT ON COLUMN fact_version.source_key IS 'The source: dim_source.';
COMMENT ON COLUMN fact_version.collected_date IS 'News day of the run that collected it.';
COMMENT ON COLUMN fact_version.is_deletion IS 'Whether the server said that the article is gone.';
COMMENT ON COLUMN fact_version.text_hash IS 'Hash of the search form of title and body; NULL for a deletion.';
COMMENT ON COLUMN fact_version.title IS 'Headline of this version; NULL where the text is the one that fact_article holds, where it had none, and for a deletion.';
COMMENT ON COLUMN fact_version.body IS 'Text of this version; NULL where it is the one that fact_article holds, and for a deletion.';
