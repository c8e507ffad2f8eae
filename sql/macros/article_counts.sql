-- Any articles counted three ways: as they are, independent ones (copies collapsed), and stories.
-- article_keys: list of article_key.
-- Example: FROM article_counts((SELECT list(article_key) FROM fact_article));
CREATE OR REPLACE MACRO article_counts(article_keys) AS TABLE
SELECT
    count(*) AS articles,
    count(DISTINCT report_key) AS independent_articles,
    count(DISTINCT story_key) AS stories
FROM bridge_article_story
WHERE article_key IN (SELECT unnest(article_keys));
