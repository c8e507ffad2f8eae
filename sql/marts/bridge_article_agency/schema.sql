CREATE TABLE IF NOT EXISTS bridge_article_agency (
    article_key UBIGINT NOT NULL,
    agency_key UBIGINT NOT NULL,
    mention_count INTEGER NOT NULL,
    first_offset INTEGER,
    is_in_title BOOLEAN NOT NULL
);

COMMENT ON TABLE bridge_article_agency IS 'One row per article and agency that its title or body names.';
COMMENT ON COLUMN bridge_article_agency.article_key IS 'The article: fact_article.';
COMMENT ON COLUMN bridge_article_agency.agency_key IS 'The agency: dim_agency.';
COMMENT ON COLUMN bridge_article_agency.mention_count IS 'Mentions in title and body.';
COMMENT ON COLUMN bridge_article_agency.first_offset IS 'Character offset of the first mention in the body; NULL where only the title names it.';
COMMENT ON COLUMN bridge_article_agency.is_in_title IS 'Whether the title names it.';
