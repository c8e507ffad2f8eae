DELETE FROM dim_report WHERE report_key IN (SELECT report_key FROM regrouped);

INSERT INTO dim_report BY NAME
SELECT
    member.report_key,
    first(article.article_id ORDER BY member.is_independent DESC) AS report_id,
    first(member.story_key) AS story_key,
    first(article.source_key ORDER BY member.is_independent DESC) AS first_source_key,
    first(coalesce(article.published_at, timezone('UTC', article.news_date::TIMESTAMP)) ORDER BY member.is_independent DESC) AS first_at,
    count(*)::INTEGER AS article_count,
    (count(*) - 1)::INTEGER AS copy_count,
    count(DISTINCT article.source_key)::INTEGER AS source_count
FROM bridge_article_story AS member
JOIN fact_article AS article USING (article_key)
WHERE member.report_key IN (SELECT report_key FROM regrouped)
GROUP BY member.report_key;
