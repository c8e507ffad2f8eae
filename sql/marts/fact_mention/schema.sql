CREATE TABLE IF NOT EXISTS fact_mention (
    mention_key UBIGINT NOT NULL,
    article_key UBIGINT NOT NULL,
    kind VARCHAR NOT NULL,
    entity_key UBIGINT NOT NULL,
    entity_id VARCHAR NOT NULL,
    found_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL,
    surface VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    score FLOAT NOT NULL
);

COMMENT ON TABLE fact_mention IS 'One row per place in an article that names a country, an official or an agency.';
COMMENT ON COLUMN fact_mention.mention_key IS 'Hash of article, field, offsets, kind and found_id.';
COMMENT ON COLUMN fact_mention.article_key IS 'The article: fact_article.';
COMMENT ON COLUMN fact_mention.kind IS 'What is named: country, official or agency.';
COMMENT ON COLUMN fact_mention.entity_key IS 'The country, official or agency: key of its dimension.';
COMMENT ON COLUMN fact_mention.entity_id IS 'Id of the country (ISO 3166-1 alpha-2), official or agency.';
COMMENT ON COLUMN fact_mention.found_id IS 'Id that the article alone gives: differs from entity_id where people were joined across articles.';
COMMENT ON COLUMN fact_mention.field IS 'Text that names it: title or body.';
COMMENT ON COLUMN fact_mention.start_offset IS 'Where it begins: characters of the field, from 0.';
COMMENT ON COLUMN fact_mention.end_offset IS 'Where it ends, exclusive.';
COMMENT ON COLUMN fact_mention.surface IS 'The words as published.';
COMMENT ON COLUMN fact_mention.rule IS 'Rule that found it, with its version.';
COMMENT ON COLUMN fact_mention.score IS 'How sure the rule is, from 0 to 1.';
