-- An article that the day's pages no longer give (a rule changed) is taken out, so that a reload equals
-- a first load. The latest text wins whatever order the days are loaded in.
DELETE FROM fact_article
WHERE article_key IN (SELECT article_key FROM changed_article)
    AND article_id NOT IN (SELECT article_id FROM staging_article);

MERGE INTO fact_article AS target
USING (
    SELECT
        md5_number_lower(article_id) AS article_key,
        md5_number_lower(source_id) AS source_key,
        * EXCLUDE (source_id)
    FROM staging_article
) AS staged
ON target.article_key = staged.article_key
WHEN MATCHED AND staged.collected_at >= target.collected_at THEN UPDATE BY NAME
WHEN NOT MATCHED THEN INSERT BY NAME;
