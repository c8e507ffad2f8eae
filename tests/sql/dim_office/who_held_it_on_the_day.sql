-- given
INSERT INTO staging_outcome VALUES ('2026-03-14', 'inbox', 'refine', 2, 2, 0);
INSERT INTO staging_article BY NAME
SELECT id AS article_id, 'inbox' AS source_id, 'inbox:///' || id AS url, day::DATE AS news_date,
    DATE '2026-03-14' AS collected_date, TIMESTAMPTZ '2026-03-14 05:00:00+00' AS collected_at, 'ar' AS language,
    'text' AS body, 1 AS word_count, id AS text_hash
FROM (VALUES ('a', '2026-03-12'), ('b', '2026-03-14')) AS days (id, day);
-- query
SELECT office_id, official_id, valid_from, valid_to, basis
FROM dim_office
JOIN dim_official USING (official_key)
WHERE office_id IN ('us-president', 'un-secretary-general')
    AND DATE '2022-06-01' >= valid_from AND (valid_to IS NULL OR DATE '2022-06-01' < valid_to)
ORDER BY office_id
-- expect
un-secretary-general,antonio-guterres,2017-01-01,,reference
us-president,joe-biden,2021-01-20,2025-01-20,reference
