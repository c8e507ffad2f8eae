CREATE TABLE IF NOT EXISTS bridge_article_country (
    article_key UBIGINT NOT NULL,
    country_key UBIGINT NOT NULL,
    mention_count INTEGER NOT NULL,
    first_offset INTEGER,
    is_in_title BOOLEAN NOT NULL
);

COMMENT ON TABLE bridge_article_country IS 'One row per article and country that its title or body names.';
COMMENT ON COLUMN bridge_article_country.article_key IS 'The article: fact_article.';
COMMENT ON COLUMN bridge_article_country.country_key IS 'The country: dim_country.';
COMMENT ON COLUMN bridge_article_country.mention_count IS 'Mentions in title and body.';
COMMENT ON COLUMN bridge_article_country.first_offset IS 'Character offset of the first mention in the body; NULL where only the title names it.';
COMMENT ON COLUMN bridge_article_country.is_in_title IS 'Whether the title names it.';
