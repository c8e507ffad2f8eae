-- given
INSERT INTO staging_outcome VALUES ('2026-03-14', 'inbox', 'refine', 2, 2, 0);
INSERT INTO staging_article BY NAME
SELECT id AS article_id, 'inbox' AS source_id, 'inbox:///' || id AS url, day::DATE AS news_date,
    DATE '2026-03-14' AS collected_date, TIMESTAMPTZ '2026-03-14 05:00:00+00' AS collected_at, 'ar' AS language,
    'text' AS body, 1 AS word_count, id AS text_hash
FROM (VALUES ('a', '2026-03-12'), ('b', '2026-03-14')) AS days (id, day);
INSERT INTO fact_naming VALUES
    (md5_number_lower('a'), 'p-1', '2026-03-12', 'ساليفو كولبيرغا', 'وزير', 'وزير', 'BF', 'holder', false, []);
INSERT INTO bridge_found_official VALUES (md5_number_lower('p-1'), 'p-1', md5_number_lower('p-1'), 'p-1', NULL, false, NULL);
INSERT INTO dim_official BY NAME
SELECT md5_number_lower('p-1') AS official_key, 'p-1' AS official_id, 'ساليفو كولبيرغا' AS name_ar, true AS is_provisional;
-- query
SELECT count(*) FILTER (WHERE is_provisional), (SELECT count(*) FROM bridge_found_official), (SELECT count(*) FROM fact_naming) FROM dim_official
-- expect
0,0,0
