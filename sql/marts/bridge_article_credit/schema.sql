CREATE TABLE IF NOT EXISTS bridge_article_credit (
    article_key UBIGINT NOT NULL,
    surface VARCHAR NOT NULL,
    credited_id VARCHAR,
    credited_source_key UBIGINT,
    rule VARCHAR NOT NULL
);

COMMENT ON TABLE bridge_article_credit IS 'One row per article and outlet or agency that it credits for its text.';
COMMENT ON COLUMN bridge_article_credit.article_key IS 'The article: fact_article.';
COMMENT ON COLUMN bridge_article_credit.surface IS 'The name as printed.';
COMMENT ON COLUMN bridge_article_credit.credited_id IS 'Stable id of the agency, "agencies" where none is named; NULL for an outlet that no list knows.';
COMMENT ON COLUMN bridge_article_credit.credited_source_key IS 'The source, where it is one of ours: dim_source.';
COMMENT ON COLUMN bridge_article_credit.rule IS 'Place that the credit stood in, and the version of the rule that read it.';
