-- What an outlet changed in one article, oldest first; `rasad diff` shows the words.
-- any_article_id: article_id.
-- Example: FROM article_revisions('3f2a9c0d11e4b7a6');
CREATE OR REPLACE MACRO article_revisions(any_article_id) AS TABLE
SELECT * EXCLUDE (article_key)
FROM fact_revision
WHERE article_key = md5_number_lower(any_article_id)
ORDER BY nth;
