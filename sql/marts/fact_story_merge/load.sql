-- merged_story is handed over by etl/io/stories.py, for the stories of bridge_article_story that were regrouped.
DELETE FROM fact_story_merge
WHERE story_key IN (SELECT article_key FROM regrouped_article)
    OR story_key IN (SELECT article_key FROM bridge_article_story WHERE text_key IN (SELECT text_key FROM grouped_text));

INSERT INTO fact_story_merge BY NAME
SELECT
    md5_number_lower(story_id) AS story_key,
    md5_number_lower(into_story_id) AS into_story_key,
    *
FROM merged_story;
