-- The articles of every news day and source counted three ways: as they are, copies collapsed, and stories.
-- Example: FROM article_counts_by_day() ORDER BY news_date, source_id;
CREATE OR REPLACE MACRO article_counts_by_day() AS TABLE
SELECT
    article.news_date,
    source.source_id,
    count(*) AS articles,
    count(DISTINCT member.report_key) AS independent_articles,
    count(DISTINCT member.story_key) AS stories
FROM bridge_article_story AS member
JOIN fact_article AS article USING (article_key)
JOIN dim_source AS source USING (source_key)
GROUP BY ALL;
