CREATE TABLE IF NOT EXISTS fact_story_merge (
    story_key UBIGINT NOT NULL,
    into_story_key UBIGINT NOT NULL,
    story_id VARCHAR NOT NULL,
    into_story_id VARCHAR NOT NULL,
    merged_date DATE NOT NULL
);

COMMENT ON TABLE fact_story_merge IS 'One row per story and day on which it became part of another one, or got an older first article.';
COMMENT ON COLUMN fact_story_merge.story_key IS 'The story as it was known before: the key of its first article then.';
COMMENT ON COLUMN fact_story_merge.into_story_key IS 'The story that it was part of from that day on; a later row may lead on to dim_story.';
COMMENT ON COLUMN fact_story_merge.story_id IS 'Its id before.';
COMMENT ON COLUMN fact_story_merge.into_story_id IS 'Its id from that day on.';
COMMENT ON COLUMN fact_story_merge.merged_date IS 'Day of the run that collected the article which brought it about: the days are gone through in their own order, whichever order they were loaded in.';
