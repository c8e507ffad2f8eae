CREATE TABLE IF NOT EXISTS bridge_article_topic (
    article_key UBIGINT NOT NULL,
    topic_key UBIGINT NOT NULL,
    score FLOAT NOT NULL,
    is_primary BOOLEAN NOT NULL,
    rule VARCHAR NOT NULL
);

COMMENT ON TABLE bridge_article_topic IS 'One row per article and topic that it is about.';
COMMENT ON COLUMN bridge_article_topic.article_key IS 'The article: fact_article.';
COMMENT ON COLUMN bridge_article_topic.topic_key IS 'The topic: dim_topic.';
COMMENT ON COLUMN bridge_article_topic.score IS 'Probability that the article is mainly about it.';
COMMENT ON COLUMN bridge_article_topic.is_primary IS 'Whether it is the main topic; an article without one is uncertain.';
COMMENT ON COLUMN bridge_article_topic.rule IS 'Model that decided, with its version.';
