CREATE TABLE IF NOT EXISTS bridge_article_story (
    article_key UBIGINT NOT NULL,
    text_key UBIGINT NOT NULL,
    report_key UBIGINT NOT NULL,
    story_key UBIGINT NOT NULL,
    is_independent BOOLEAN NOT NULL,
    copied_from_key UBIGINT,
    changed_share FLOAT
);

COMMENT ON TABLE bridge_article_story IS 'One row per article: the report that it is or copies, and the story that the report tells.';
COMMENT ON COLUMN bridge_article_story.article_key IS 'The article: fact_article.';
COMMENT ON COLUMN bridge_article_story.text_key IS 'Its text: dim_text.';
COMMENT ON COLUMN bridge_article_story.report_key IS 'The report: dim_report. It is the key of the report''s first article.';
COMMENT ON COLUMN bridge_article_story.story_key IS 'The story: dim_story. It is the key of the first article of the story''s first report, so an older key of a story leads, as an article_key, to the story that it is part of now.';
COMMENT ON COLUMN bridge_article_story.is_independent IS 'Whether it is the first article of its report; the others are copies.';
COMMENT ON COLUMN bridge_article_story.copied_from_key IS 'For a copy, the earlier article of the report that it is most like: fact_article.';
COMMENT ON COLUMN bridge_article_story.changed_share IS 'For a copy, the share of its words that do not stand in that article, 0 to 1.';
