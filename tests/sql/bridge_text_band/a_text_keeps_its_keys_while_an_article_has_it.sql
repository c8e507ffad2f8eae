-- given
INSERT INTO staging_outcome VALUES ('2026-03-14', 'inbox', 'refine', 1, 1, 0);
INSERT INTO staging_article BY NAME
SELECT 'a' AS article_id, 'inbox' AS source_id, 'inbox:///a' AS url, DATE '2026-03-14' AS news_date,
    DATE '2026-03-14' AS collected_date, TIMESTAMPTZ '2026-03-14 05:00:00+00' AS collected_at, 'ar' AS language,
    'changed' AS body, 1 AS word_count, 'new' AS text_hash;
INSERT INTO staging_fingerprint VALUES ('a', 'v', [7::UBIGINT, 9], []);
-- Two articles had two texts; one of them also stands in an article that this load does not touch.
INSERT INTO fact_article BY NAME
SELECT md5_number_lower(id) AS article_key, md5_number_lower('inbox') AS source_key, id AS article_id,
    'inbox:///' || id AS url, day AS news_date, day AS collected_date, day::TIMESTAMPTZ AS collected_at,
    'ar' AS language, 'text' AS body, 1 AS word_count, hash AS text_hash
FROM (VALUES ('a', DATE '2026-03-14', 'shared'), ('b', DATE '2026-03-13', 'shared'), ('c', DATE '2026-03-14', 'gone'))
    AS loaded (id, day, hash);
INSERT INTO dim_text BY NAME
SELECT md5_number_lower(hash) AS text_key, hash AS text_hash, id AS article_id, TIMESTAMPTZ '2026-03-13 00:00:00+00' AS first_at,
    DATE '2026-03-13' AS first_date, DATE '2026-03-13' AS collected_date, n AS article_count
FROM (VALUES ('shared', 'a', 2), ('gone', 'c', 1)) AS loaded (hash, id, n);
INSERT INTO bridge_text_band
SELECT md5_number_lower(hash), band FROM (VALUES ('shared', 1), ('gone', 3)) AS loaded (hash, band);
-- query
SELECT text_hash, article_count, list_sort(list(band)) FROM dim_text JOIN bridge_text_band USING (text_key) GROUP BY ALL ORDER BY ALL;
-- expect
new,1,"[7, 9]"
shared,1,[1]
