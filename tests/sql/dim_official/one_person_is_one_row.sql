-- given
INSERT INTO staging_outcome VALUES ('2026-03-14', 'inbox', 'refine', 2, 2, 0);
INSERT INTO staging_article BY NAME
SELECT id AS article_id, 'inbox' AS source_id, 'inbox:///' || id AS url, day::DATE AS news_date,
    DATE '2026-03-14' AS collected_date, TIMESTAMPTZ '2026-03-14 05:00:00+00' AS collected_at, 'ar' AS language,
    'text' AS body, 1 AS word_count, id AS text_hash
FROM (VALUES ('a', '2026-03-12'), ('b', '2026-03-14')) AS days (id, day);
-- The same minister with and without the state of the office, and in a longer form of the name.
INSERT INTO staging_naming VALUES
    ('a', 'p-1', 'ساليفو كولبيرغا', 'وزير الدفاع البوركيني', 'وزير الدفاع البوركيني', 'BF', 'holder', false, ['bf-defence']),
    ('b', 'p-2', 'ساليفو بابا كولبيرغا', 'وزير الدفاع البوركيني', 'وزير الدفاع البوركيني', 'BF', 'holder', false, ['bf-defence']);
INSERT INTO staging_mention VALUES
    ('a', 'official', 'p-1', 'body', 'ساليفو كولبيرغا', 3, 14, 'title/1', 0.95),
    ('b', 'official', 'p-2', 'body', 'ساليفو بابا كولبيرغا', 3, 19, 'title/1', 0.95);
-- query
SELECT official_id, name_ar, country_code, is_provisional, first_seen_date, last_seen_date,
    (SELECT count(DISTINCT article_key) FROM bridge_article_official WHERE bridge_article_official.official_key = dim_official.official_key),
    (SELECT count(*) FROM fact_mention WHERE entity_id = official_id)
FROM dim_official WHERE is_provisional
-- expect
p-1,ساليفو بابا كولبيرغا,BF,True,2026-03-12,2026-03-14,2,2
