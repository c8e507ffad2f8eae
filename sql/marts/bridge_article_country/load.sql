DELETE FROM bridge_article_country
WHERE article_key IN (SELECT article_key FROM changed_article);

MERGE INTO bridge_article_country AS target
USING (
    SELECT
        md5_number_lower(mention.article_id) AS article_key,
        md5_number_lower(mention.entity_id) AS country_key,
        count(*)::INTEGER AS mention_count,
        min(mention.start_offset) FILTER (WHERE mention.field = 'body') AS first_offset,
        bool_or(mention.field = 'title') AS is_in_title
    FROM staging_mention AS mention
    WHERE mention.kind = 'country'
        AND md5_number_lower(mention.article_id) IN (SELECT article_key FROM changed_article)
    GROUP BY ALL
) AS staged
ON target.article_key = staged.article_key AND target.country_key = staged.country_key
WHEN MATCHED THEN UPDATE BY NAME
WHEN NOT MATCHED THEN INSERT BY NAME;
