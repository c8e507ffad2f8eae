CREATE TABLE IF NOT EXISTS fact_article_version (
    article_key UBIGINT NOT NULL,
    state_hash VARCHAR NOT NULL,
    loaded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ,
    source_key UBIGINT NOT NULL,
    news_date DATE NOT NULL,
    title VARCHAR,
    content_hash VARCHAR NOT NULL,
    topic_code VARCHAR,
    topic_rule VARCHAR,
    country_codes VARCHAR[] NOT NULL,
    official_ids VARCHAR[] NOT NULL,
    agency_ids VARCHAR[] NOT NULL,
    story_key UBIGINT,
    is_independent BOOLEAN
);

COMMENT ON TABLE fact_article_version IS 'One row per article and state that counts depend on, from the load that brought it to the load that replaced it.';
COMMENT ON COLUMN fact_article_version.article_key IS 'The article: fact_article, unless it was taken out.';
COMMENT ON COLUMN fact_article_version.state_hash IS 'Hash of all columns of the state.';
COMMENT ON COLUMN fact_article_version.loaded_at IS 'When the load began that brought this state.';
COMMENT ON COLUMN fact_article_version.superseded_at IS 'When the load began that replaced it; NULL while it stands.';
COMMENT ON COLUMN fact_article_version.source_key IS 'The source: dim_source.';
COMMENT ON COLUMN fact_article_version.news_date IS 'Day that the article belongs to.';
COMMENT ON COLUMN fact_article_version.title IS 'Headline.';
COMMENT ON COLUMN fact_article_version.content_hash IS 'Hash of title and body as published.';
COMMENT ON COLUMN fact_article_version.topic_code IS 'Primary topic; NULL where uncertain.';
COMMENT ON COLUMN fact_article_version.topic_rule IS 'Model that decided the topic, with its version.';
COMMENT ON COLUMN fact_article_version.country_codes IS 'Countries that the article names, in order.';
COMMENT ON COLUMN fact_article_version.official_ids IS 'Officials that it names, in order.';
COMMENT ON COLUMN fact_article_version.agency_ids IS 'Agencies that it names, in order.';
COMMENT ON COLUMN fact_article_version.story_key IS 'Story that it belonged to.';
COMMENT ON COLUMN fact_article_version.is_independent IS 'Whether it counted as a report of its own, not as a copy.';
