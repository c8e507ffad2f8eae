CREATE TABLE IF NOT EXISTS bridge_article_official (
    article_key UBIGINT NOT NULL,
    official_key UBIGINT NOT NULL,
    office_title VARCHAR,
    office_country_code VARCHAR,
    standing VARCHAR,
    mention_count INTEGER NOT NULL,
    first_offset INTEGER,
    is_in_title BOOLEAN NOT NULL
);

COMMENT ON TABLE bridge_article_official IS 'One row per article and official that its title or body names.';
COMMENT ON COLUMN bridge_article_official.article_key IS 'The article: fact_article.';
COMMENT ON COLUMN bridge_article_official.official_key IS 'The official: dim_official.';
COMMENT ON COLUMN bridge_article_official.office_title IS 'Fullest title that the article gives, as published; NULL where it gives none.';
COMMENT ON COLUMN bridge_article_official.office_country_code IS 'State or organization of the office, by the article.';
COMMENT ON COLUMN bridge_article_official.standing IS 'By the title: holder, acting, new or former.';
COMMENT ON COLUMN bridge_article_official.mention_count IS 'Mentions in title and body.';
COMMENT ON COLUMN bridge_article_official.first_offset IS 'Character offset of the first mention in the body; NULL where only the title names it.';
COMMENT ON COLUMN bridge_article_official.is_in_title IS 'Whether the title names it.';
