-- given
INSERT INTO staging_outcome VALUES ('2026-03-14', 'inbox', 'refine', 3, 3, 0);
INSERT INTO staging_article BY NAME
SELECT id AS article_id, 'inbox' AS source_id, 'inbox:///' || id AS url, DATE '2026-03-14' AS news_date,
    DATE '2026-03-14' AS collected_date, TIMESTAMPTZ '2026-03-14 05:00:00+00' AS collected_at,
    TIMESTAMPTZ '2026-03-14 03:00:00+00' + to_hours(hour) AS published_at, 'ar' AS language, id AS title,
    'text' AS body, 1 AS word_count, hash AS text_hash
FROM (VALUES ('a', 2, 'same'), ('b', 1, 'same'), ('c', 3, 'another hand')) AS told (id, hour, hash);
INSERT INTO staging_fingerprint
SELECT id, 'v', [], [{'term_key': 4::UBIGINT, 'weight': 700}, {'term_key': 2::UBIGINT, 'weight': 700}]
FROM (VALUES ('a'), ('b'), ('c')) AS told (id);
-- A story that an earlier load of the day told, and that nobody tells any more.
INSERT INTO fact_article BY NAME
SELECT md5_number_lower('z') AS article_key, md5_number_lower('inbox') AS source_key, 'z' AS article_id,
    'inbox:///z' AS url, DATE '2026-03-14' AS news_date, DATE '2026-03-14' AS collected_date,
    TIMESTAMPTZ '2026-03-14 01:00:00+00' AS collected_at, 'ar' AS language, 'old' AS body, 1 AS word_count, 'z' AS text_hash;
INSERT INTO bridge_article_story BY NAME
SELECT md5_number_lower('z') AS article_key, md5_number_lower('z') AS text_key, md5_number_lower('z') AS report_key,
    md5_number_lower('z') AS story_key, true AS is_independent;
INSERT INTO dim_story BY NAME
SELECT md5_number_lower('z') AS story_key, 'z' AS story_id, DATE '2026-03-14' AS news_date,
    md5_number_lower('inbox') AS first_source_key, TIMESTAMPTZ '2026-03-14 00:00:00+00' AS first_at,
    TIMESTAMPTZ '2026-03-14 00:00:00+00' AS last_at, 1 AS article_count, 1 AS report_count, 0 AS copy_count, 1 AS source_count;
-- query
SELECT story_id, title, article_count, report_count, copy_count, source_count, (SELECT count(*) FROM dim_report)
FROM dim_story ORDER BY story_id;
-- expect
b,b,3,2,1,1,2
