-- From a mention back to where it was read: the sentence, the offsets, the rule, the page, its record in the archive.
-- trail(mention): mention_key of fact_mention.
-- Example: FROM trail((SELECT mention_key FROM fact_mention WHERE entity_id = 'MA' LIMIT 1));
CREATE OR REPLACE MACRO trail(mention) AS TABLE
SELECT
    found.kind,
    found.entity_id,
    found.surface,
    found.field,
    found.start_offset,
    found.end_offset,
    found.rule,
    found.score,
    sentence_at(
        CASE found.field WHEN 'title' THEN article.title ELSE article.body END, found.start_offset, found.end_offset
    ) AS sentence,
    article.article_id,
    article.title,
    article.news_date,
    source.source_id,
    article.url,
    article.collected_at,
    article.warc_file,
    article.warc_offset
FROM fact_mention AS found
JOIN fact_article AS article USING (article_key)
JOIN dim_source AS source USING (source_key)
WHERE found.mention_key = mention;
