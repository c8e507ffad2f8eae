-- fail: story_key, merged_date identifies a row
SELECT story_key, merged_date, count(*) AS rows FROM fact_story_merge GROUP BY ALL HAVING count(*) > 1;

-- fail: both stories are articles' keys
SELECT story_key, into_story_key
FROM fact_story_merge
WHERE story_key NOT IN (SELECT article_key FROM bridge_article_story)
    OR into_story_key NOT IN (SELECT article_key FROM bridge_article_story);
