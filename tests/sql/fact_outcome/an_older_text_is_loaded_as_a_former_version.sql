-- given
INSERT INTO staging_outcome VALUES
    ('2026-03-14', 'inbox', 'collect', 2, 2, 0),
    ('2026-03-14', 'inbox', 'refine', 2, 2, 0);
INSERT INTO staging_article BY NAME
SELECT id AS article_id, 'inbox' AS source_id, 'inbox:///' || id AS url, DATE '2026-03-14' AS news_date,
    DATE '2026-03-14' AS collected_date, TIMESTAMPTZ '2026-03-14 05:00:00+00' AS collected_at, 'ar' AS language,
    'text' AS body, 1 AS word_count, id AS text_hash
FROM (VALUES ('a'), ('b')) AS staged (id);
INSERT INTO fact_article BY NAME
SELECT md5_number_lower('a') AS article_key, md5_number_lower('inbox') AS source_key, 'a' AS article_id,
    'inbox:///a' AS url, DATE '2026-03-15' AS news_date, DATE '2026-03-15' AS collected_date,
    TIMESTAMPTZ '2026-03-15 05:00:00+00' AS collected_at, 'ar' AS language, 'newer' AS body, 1 AS word_count,
    'h2' AS text_hash;
-- query
SELECT stage, in_count, out_count, drop_count FROM fact_outcome ORDER BY stage;
-- expect
collect,2,2,0
load,2,2,0
refine,2,2,0
