DELETE FROM dim_story WHERE story_key IN (SELECT story_key FROM regrouped);

INSERT INTO dim_story BY NAME
SELECT
    member.story_key,
    first(article.article_id ORDER BY article.article_key = member.story_key DESC) AS story_id,
    first(article.title ORDER BY article.article_key = member.story_key DESC) AS title,
    first(article.news_date ORDER BY article.article_key = member.story_key DESC) AS news_date,
    first(article.source_key ORDER BY article.article_key = member.story_key DESC) AS first_source_key,
    min(coalesce(article.published_at, timezone('UTC', article.news_date::TIMESTAMP))) AS first_at,
    max(coalesce(article.published_at, timezone('UTC', article.news_date::TIMESTAMP))) AS last_at,
    count(*)::INTEGER AS article_count,
    count(*) FILTER (WHERE member.is_independent)::INTEGER AS report_count,
    count(*) FILTER (WHERE NOT member.is_independent)::INTEGER AS copy_count,
    count(DISTINCT article.source_key)::INTEGER AS source_count
FROM bridge_article_story AS member
JOIN fact_article AS article USING (article_key)
WHERE member.story_key IN (SELECT story_key FROM regrouped)
GROUP BY member.story_key;
