CREATE TABLE IF NOT EXISTS search_posting (
    stem_key UBIGINT NOT NULL,
    collected_date DATE NOT NULL,
    articles UINTEGER[] NOT NULL,
    title_counts UTINYINT[] NOT NULL,
    body_counts USMALLINT[] NOT NULL,
    first_parts UTINYINT[] NOT NULL,
    positions USMALLINT[][] NOT NULL
);

COMMENT ON TABLE search_posting IS 'One row per stem and collected day: which texts of the day hold the stem, and where; read by search().';
COMMENT ON COLUMN search_posting.stem_key IS 'Hash of the stem.';
COMMENT ON COLUMN search_posting.collected_date IS 'News day of the run that collected the texts.';
COMMENT ON COLUMN search_posting.articles IS 'Numbers of the texts within the day, ascending: search_article; a number without a row there has a later text.';
COMMENT ON COLUMN search_posting.title_counts IS 'How often the title of each holds the stem.';
COMMENT ON COLUMN search_posting.body_counts IS 'How often the body of each holds the stem.';
COMMENT ON COLUMN search_posting.first_parts IS 'From which part of each body a snippet of the stem is cut: search_text.part; 255 where only the title has it.';
COMMENT ON COLUMN search_posting.positions IS 'Places of the stem in each text: title words from 0, body words from 256.';
