-- fail: story_key identifies a row
SELECT story_key, count(*) AS rows FROM dim_story GROUP BY story_key HAVING count(*) > 1;

-- fail: a story has the key of an article of its own
SELECT dim_story.story_key FROM dim_story
ANTI JOIN bridge_article_story AS member
    ON member.article_key = dim_story.story_key AND member.story_key = dim_story.story_key;

-- fail: articles are independent ones and copies, and every one is counted
SELECT story_key, sum(n) AS difference
FROM (
    SELECT story_key, article_count AS n FROM dim_story WHERE article_count = report_count + copy_count
    UNION ALL
    SELECT story_key, -count(*) FROM bridge_article_story GROUP BY story_key
)
GROUP BY story_key
HAVING sum(n) <> 0;
