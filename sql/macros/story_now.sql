-- The present id of a story, by any id that it ever had: the id of a story is that of an article of it.
-- any_story_id: story_id, of whatever day.
-- Example: SELECT story_id, story_now(story_id) FROM fact_story_merge;
CREATE OR REPLACE MACRO story_now(any_story_id) AS (
    SELECT story.story_id
    FROM bridge_article_story AS member
    JOIN dim_story AS story USING (story_key)
    WHERE member.article_key = md5_number_lower(any_story_id)
);
