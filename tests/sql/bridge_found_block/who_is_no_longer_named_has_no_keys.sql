-- given
INSERT INTO staging_outcome VALUES ('2026-03-14', 'inbox', 'refine', 2, 2, 0);
INSERT INTO staging_article BY NAME
SELECT id AS article_id, 'inbox' AS source_id, 'inbox:///' || id AS url, day::DATE AS news_date,
    DATE '2026-03-14' AS collected_date, TIMESTAMPTZ '2026-03-14 05:00:00+00' AS collected_at, 'ar' AS language,
    'text' AS body, 1 AS word_count, id AS text_hash
FROM (VALUES ('a', '2026-03-12'), ('b', '2026-03-14')) AS days (id, day);
INSERT INTO staging_naming VALUES
    ('a', 'p-1', 'ساليفو كولبيرغا', NULL, NULL, NULL, 'holder', false, []),
    ('b', 'p-2', 'ساليفو كولبيرغا', NULL, NULL, 'BF', 'holder', false, []);
-- The article named another person before; a third one is named elsewhere. Nobody on a list has keys.
INSERT INTO fact_article BY NAME
SELECT md5_number_lower('a') AS article_key, 'a' AS article_id, md5_number_lower('inbox') AS source_key, 'u' AS url,
    DATE '2026-03-12' AS news_date, DATE '2026-03-14' AS collected_date, TIMESTAMPTZ '2026-03-14 04:00:00+00' AS collected_at,
    'ar' AS language, 'text' AS body, 1 AS word_count, 'old' AS text_hash;
INSERT INTO fact_naming VALUES
    (md5_number_lower('a'), 'p-5', '2026-03-12', 'محمدو سانوغو', NULL, NULL, 'BF', 'holder', false, []),
    (md5_number_lower('a'), 'joe-biden', '2026-03-12', 'جو بايدن', NULL, NULL, 'US', 'holder', true, []);
INSERT INTO bridge_found_block VALUES ('p-5', 7), ('p-9', 7);
-- query
SELECT found_id, count(*) FROM bridge_found_block GROUP BY ALL ORDER BY ALL;
-- expect
p-1,1
p-2,2
p-9,1
