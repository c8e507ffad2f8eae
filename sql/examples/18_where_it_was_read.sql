-- Where exactly was the United States named first: sentence, rule, page and archive record?
SELECT trail.surface, trail.sentence, trail.rule, trail.url, trail.warc_file IS NOT NULL AS is_archived
FROM trail((
    SELECT mention_key
    FROM fact_mention
    JOIN fact_article USING (article_key)
    WHERE entity_id = 'US'
    ORDER BY news_date, article_id, field DESC, start_offset
    LIMIT 1
)) AS trail;
