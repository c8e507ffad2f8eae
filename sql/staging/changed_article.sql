-- Articles whose rows this load writes anew: staged texts that are not older than the loaded ones, and
-- what an earlier load of the day brought in. Taken before the first write, as a table, not a view.
CREATE OR REPLACE TEMP TABLE changed_article AS
SELECT md5_number_lower(staged.article_id) AS article_key
FROM staging_article AS staged
LEFT JOIN fact_article AS loaded USING (article_id)
WHERE loaded.collected_at IS NULL OR staged.collected_at >= loaded.collected_at
UNION
SELECT article_key
FROM fact_article
WHERE collected_date = getvariable('news_date')
    AND source_key IN (SELECT source_key FROM loaded_source);
