-- Articles of the news day that this load does not bring in: of a source that is not staged any more.
CREATE OR REPLACE TEMP TABLE kept_place AS
SELECT article_key, article_no AS old_no
FROM search_article
WHERE collected_date = getvariable('news_date')::DATE
    AND source_key NOT IN (SELECT source_key FROM loaded_source);
