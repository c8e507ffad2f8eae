-- fail: mention_key identifies a row
SELECT mention_key, count(*) AS rows FROM fact_mention GROUP BY mention_key HAVING count(*) > 1;

-- fail: every article_key stands in fact_article
SELECT fact_mention.article_key FROM fact_mention ANTI JOIN fact_article USING (article_key);

-- fail: every entity stands in its dimension
SELECT kind, entity_id FROM fact_mention
ANTI JOIN (
    SELECT 'country' AS kind, country_key AS entity_key FROM dim_country
    UNION ALL
    SELECT 'official', official_key FROM dim_official
    UNION ALL
    SELECT 'agency', agency_key FROM dim_agency
) AS known USING (kind, entity_key);

-- fail: the words at the offsets are the surface
SELECT mention_key, surface FROM fact_mention
JOIN fact_article AS article USING (article_key)
WHERE surface <> substring(
    CASE field WHEN 'title' THEN article.title ELSE article.body END, start_offset + 1, end_offset - start_offset
);

-- fail: a score lies between 0 and 1
SELECT mention_key, score FROM fact_mention WHERE score NOT BETWEEN 0 AND 1;
