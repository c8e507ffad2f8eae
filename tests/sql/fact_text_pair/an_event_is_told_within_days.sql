-- given
INSERT INTO staging_outcome VALUES ('2026-03-14', 'inbox', 'refine', 4, 4, 0);
INSERT INTO staging_article BY NAME
SELECT id AS article_id, 'inbox' AS source_id, 'inbox:///' || id AS url, day AS news_date,
    DATE '2026-03-14' AS collected_date, TIMESTAMPTZ '2026-03-14 05:00:00+00' AS collected_at, 'ar' AS language,
    'text of ' || id AS body, 3 AS word_count, id AS text_hash
FROM (VALUES ('a', DATE '2026-03-11'), ('b', DATE '2026-03-13'), ('c', DATE '2026-03-14'), ('d', DATE '2026-03-14'))
    AS told (id, day);
-- Two equal terms of three; the last one shares a single term, however much it weighs.
INSERT INTO staging_fingerprint
SELECT id, 'v', [], [{'term_key': 4::UBIGINT, 'weight': one}, {'term_key': 2::UBIGINT, 'weight': two}]
FROM (VALUES ('a', 700, 700), ('b', 700, 700), ('c', 700, 700), ('d', 990, 0)) AS told (id, one, two);
UPDATE staging_fingerprint SET terms = [{'term_key': 4::UBIGINT, 'weight': 990}] WHERE article_id = 'd';
-- query
SELECT least(one.text_hash, other.text_hash), greatest(one.text_hash, other.text_hash), similarity, is_copy, rule
FROM fact_text_pair AS pair
JOIN dim_text AS one USING (text_key)
JOIN dim_text AS other ON other.text_key = other_text_key
ORDER BY ALL;
-- expect
a,b,980000,False,story/2
b,c,980000,False,story/2
