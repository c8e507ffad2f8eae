CREATE TABLE IF NOT EXISTS search_article (
    article_key UBIGINT NOT NULL,
    collected_date DATE NOT NULL,
    article_no UINTEGER NOT NULL,
    place BIGINT NOT NULL,
    news_date DATE NOT NULL,
    source_key UBIGINT NOT NULL,
    word_count UINTEGER NOT NULL
);

COMMENT ON TABLE search_article IS 'One row per article: where the postings of search() have it, and what search() filters by.';
COMMENT ON COLUMN search_article.article_key IS 'The article: fact_article.';
COMMENT ON COLUMN search_article.collected_date IS 'News day of the run that collected its text.';
COMMENT ON COLUMN search_article.article_no IS 'Its number within that day, in search_posting.articles.';
COMMENT ON COLUMN search_article.place IS 'Day and number as one number, by which search() joins: days since 1900 times 2^32, and article_no.';
COMMENT ON COLUMN search_article.news_date IS 'Day that the article belongs to.';
COMMENT ON COLUMN search_article.source_key IS 'The source: dim_source.';
COMMENT ON COLUMN search_article.word_count IS 'Words in title and body, for BM25.';
