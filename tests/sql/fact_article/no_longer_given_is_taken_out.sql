-- given
INSERT INTO staging_outcome VALUES ('2026-03-14', 'inbox', 'refine', 1, 0, 1);
INSERT INTO staging_drop VALUES ('2026-03-14', 'inbox', 'refine', 'inbox:///a', 'not_an_article', 'a list of titles');
INSERT INTO fact_article BY NAME
SELECT md5_number_lower(id) AS article_key, md5_number_lower(source) AS source_key, id AS article_id,
    'inbox:///' || id AS url, day AS news_date, day AS collected_date,
    day::TIMESTAMPTZ AS collected_at, 'ar' AS language, 'text' AS body, 1 AS word_count, id AS text_hash
FROM (VALUES ('a', 'inbox', DATE '2026-03-14'), ('b', 'inbox', DATE '2026-03-13'), ('c', 'other', DATE '2026-03-14'))
    AS loaded (id, source, day);
-- query
SELECT article_id FROM fact_article ORDER BY article_id;
-- expect
b
c
