DELETE FROM bridge_article_official
WHERE article_key IN (SELECT article_key FROM changed_article);

MERGE INTO bridge_article_official AS target
USING (
    SELECT
        md5_number_lower(mention.article_id) AS article_key,
        md5_number_lower(mention.entity_id) AS official_key,
        count(*)::INTEGER AS mention_count,
        min(mention.start_offset) FILTER (WHERE mention.field = 'body') AS first_offset,
        bool_or(mention.field = 'title') AS is_in_title
    FROM staging_mention AS mention
    WHERE mention.kind = 'official'
        AND md5_number_lower(mention.article_id) IN (SELECT article_key FROM changed_article)
    GROUP BY ALL
) AS staged
ON target.article_key = staged.article_key AND target.official_key = staged.official_key
WHEN MATCHED THEN UPDATE BY NAME
WHEN NOT MATCHED THEN INSERT BY NAME;
