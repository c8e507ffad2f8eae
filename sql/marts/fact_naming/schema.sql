CREATE TABLE IF NOT EXISTS fact_naming (
    article_key UBIGINT NOT NULL,
    found_id VARCHAR NOT NULL,
    news_date DATE NOT NULL,
    name VARCHAR NOT NULL,
    office_title VARCHAR,
    office_search VARCHAR,
    country_code VARCHAR,
    standing VARCHAR NOT NULL,
    is_listed BOOLEAN NOT NULL,
    agency_ids VARCHAR[] NOT NULL
);

COMMENT ON TABLE fact_naming IS 'One row per article and person that it names, as this article alone tells it: before people are joined across articles.';
COMMENT ON COLUMN fact_naming.article_key IS 'The article: fact_article.';
COMMENT ON COLUMN fact_naming.found_id IS 'Id that the article alone gives the person: a listed official_id, or p- and a hash of name and country.';
COMMENT ON COLUMN fact_naming.news_date IS 'News date of the article.';
COMMENT ON COLUMN fact_naming.name IS 'Fullest name that the article gives.';
COMMENT ON COLUMN fact_naming.office_title IS 'Title as published; NULL where it gives none.';
COMMENT ON COLUMN fact_naming.office_search IS 'Search form of the title without words such as former or acting.';
COMMENT ON COLUMN fact_naming.country_code IS 'State or organization of the office, by the article.';
COMMENT ON COLUMN fact_naming.standing IS 'By the title: holder, acting, new or former.';
COMMENT ON COLUMN fact_naming.is_listed IS 'Whether sql/reference lists the person.';
COMMENT ON COLUMN fact_naming.agency_ids IS 'Bodies that the title names.';
