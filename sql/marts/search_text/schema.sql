CREATE TABLE IF NOT EXISTS search_text (
    place BIGINT NOT NULL,
    part USMALLINT NOT NULL,
    article_key UBIGINT NOT NULL,
    text VARCHAR NOT NULL
);

COMMENT ON TABLE search_text IS 'One row per 40 words of a body: search() cuts a snippet from two rows, where a body would cost the reading of 2,048.';
COMMENT ON COLUMN search_text.place IS 'The article in the postings: search_article.place.';
COMMENT ON COLUMN search_text.part IS 'Which 40 words of the body, from 0.';
COMMENT ON COLUMN search_text.article_key IS 'The article: fact_article.';
COMMENT ON COLUMN search_text.text IS 'The words as published, with what stands between them; newlines are spaces.';
