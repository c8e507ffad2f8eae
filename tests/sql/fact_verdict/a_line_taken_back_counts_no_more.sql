-- given
INSERT INTO staging_outcome VALUES ('2026-03-14', 'inbox', 'refine', 2, 2, 0);
INSERT INTO staging_article BY NAME
SELECT id AS article_id, 'inbox' AS source_id, 'inbox:///' || id AS url, day::DATE AS news_date,
    DATE '2026-03-14' AS collected_date, TIMESTAMPTZ '2026-03-14 05:00:00+00' AS collected_at, 'ar' AS language,
    'text' AS body, 1 AS word_count, id AS text_hash
FROM (VALUES ('a', '2026-03-12'), ('b', '2026-03-14')) AS days (id, day);
INSERT INTO staging_naming VALUES
    ('a', 'p-1', 'ساليفو كولبيرغا', NULL, NULL, 'BF', 'holder', false, []),
    ('b', 'p-2', 'محمدو سانوغو', NULL, NULL, 'BF', 'holder', false, []);
-- The load before obeyed a line that made one person of them.
INSERT INTO fact_verdict VALUES (1, 'same', 'p-1', 'p-2', NULL);
INSERT INTO bridge_found_block VALUES ('p-8', 7);
INSERT INTO bridge_found_official BY NAME
SELECT md5_number_lower(id) AS found_key, id AS found_id, md5_number_lower('p-1') AS official_key, 'p-1' AS official_id, false AS is_doubtful
FROM (VALUES ('p-1'), ('p-2')) AS people (id);
-- query
SELECT found_id, official_id, (SELECT count(*) FROM fact_verdict) FROM bridge_found_official ORDER BY ALL;
-- expect
p-1,p-1,0
p-2,p-2,0
