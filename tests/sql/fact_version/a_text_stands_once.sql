-- given
INSERT INTO staging_outcome VALUES ('2026-03-14', 'inbox', 'refine', 1, 1, 0);
INSERT INTO staging_article BY NAME
SELECT 'a' AS article_id, 'inbox' AS source_id, 'inbox:///a' AS url, DATE '2026-03-14' AS news_date,
    DATE '2026-03-14' AS collected_date, TIMESTAMPTZ '2026-03-14 05:00:00+00' AS collected_at, 'ar' AS language,
    'newer' AS body, 1 AS word_count, 'h2' AS text_hash;
INSERT INTO staging_version VALUES
    ('a', 'inbox', '2026-03-14 04:00:00+00', '2026-03-14', false, 'h1', NULL, 'older'),
    ('a', 'inbox', '2026-03-14 05:00:00+00', '2026-03-14', false, 'h2', NULL, 'newer'),
    ('a', 'inbox', '2026-03-14 06:00:00+00', '2026-03-14', true, NULL, NULL, NULL);
-- The day before: what the article said then is known from the article alone.
INSERT INTO fact_article BY NAME
SELECT md5_number_lower('a') AS article_key, md5_number_lower('inbox') AS source_key, 'a' AS article_id,
    'inbox:///a' AS url, DATE '2026-03-13' AS news_date, DATE '2026-03-13' AS collected_date,
    TIMESTAMPTZ '2026-03-13 05:00:00+00' AS collected_at, 'ar' AS language, 'first' AS body, 1 AS word_count,
    'h0' AS text_hash;
INSERT INTO fact_version VALUES
    (md5_number_lower('a'), '2026-03-13 05:00:00+00', md5_number_lower('inbox'), '2026-03-13', false, 'h0', NULL, NULL);
-- query
SELECT collected_date, is_deletion, text_hash, body FROM fact_version ORDER BY seen_at;
-- expect
2026-03-13,False,h0,first
2026-03-14,False,h1,older
2026-03-14,False,h2,
2026-03-14,True,,
