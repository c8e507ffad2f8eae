CREATE TABLE IF NOT EXISTS fact_article (
    article_key UBIGINT NOT NULL,
    article_id VARCHAR NOT NULL,
    source_key UBIGINT NOT NULL,
    news_date DATE NOT NULL,
    collected_date DATE NOT NULL,
    collected_at TIMESTAMPTZ NOT NULL,
    published_at TIMESTAMPTZ,
    url VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    title VARCHAR,
    section VARCHAR,
    author VARCHAR,
    attribution VARCHAR,
    tags VARCHAR[],
    captions VARCHAR[],
    body VARCHAR NOT NULL,
    word_count INTEGER NOT NULL,
    text_hash VARCHAR NOT NULL,
    warc_file VARCHAR,
    warc_offset BIGINT
);

COMMENT ON TABLE fact_article IS 'One row per article at one source: its latest collected text.';
COMMENT ON COLUMN fact_article.article_key IS 'Hash of article_id.';
COMMENT ON COLUMN fact_article.article_id IS 'Stable id: a hash of source and address.';
COMMENT ON COLUMN fact_article.source_key IS 'The source: dim_source.';
COMMENT ON COLUMN fact_article.news_date IS 'Day that the article belongs to: the published day, else the day it was collected for.';
COMMENT ON COLUMN fact_article.collected_date IS 'News day of the run that collected it.';
COMMENT ON COLUMN fact_article.collected_at IS 'When the document was fetched or found.';
COMMENT ON COLUMN fact_article.published_at IS 'When it was published, as the page states it; NULL where it does not.';
COMMENT ON COLUMN fact_article.url IS 'Address of the page, or inbox:///NAME of a document.';
COMMENT ON COLUMN fact_article.language IS 'Language of the text: ar.';
COMMENT ON COLUMN fact_article.title IS 'Headline; NULL where the document has none.';
COMMENT ON COLUMN fact_article.section IS 'Section that the source filed it under.';
COMMENT ON COLUMN fact_article.author IS 'Author line.';
COMMENT ON COLUMN fact_article.attribution IS 'Whom the source credits: an agency, another paper, a dateline.';
COMMENT ON COLUMN fact_article.tags IS 'Key words that the source gave it.';
COMMENT ON COLUMN fact_article.captions IS 'Picture captions and credits.';
COMMENT ON COLUMN fact_article.body IS 'The text of the article itself, paragraphs joined by newlines, without boilerplate.';
COMMENT ON COLUMN fact_article.word_count IS 'Words in the body.';
COMMENT ON COLUMN fact_article.text_hash IS 'Hash of the search form of title and body: equal for the same text in another spelling.';
COMMENT ON COLUMN fact_article.warc_file IS 'WARC file of the archive that holds the page.';
COMMENT ON COLUMN fact_article.warc_offset IS 'Byte of that file at which its record begins.';
