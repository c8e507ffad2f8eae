-- given
INSERT INTO staging_outcome VALUES ('2026-03-14', 'inbox', 'refine', 2, 2, 0);
INSERT INTO staging_article BY NAME
SELECT id AS article_id, 'inbox' AS source_id, 'inbox:///' || id AS url, day::DATE AS news_date,
    DATE '2026-03-14' AS collected_date, TIMESTAMPTZ '2026-03-14 05:00:00+00' AS collected_at, 'ar' AS language,
    'text' AS body, 1 AS word_count, id AS text_hash
FROM (VALUES ('a', '2026-03-12'), ('b', '2026-03-14')) AS days (id, day);
-- The article says no more that both hold one office; the older tie of others stays.
INSERT INTO staging_naming VALUES
    ('a', 'p-1', 'ساليفو كولبيرغا', 'وزير الدفاع البوركيني', 'وزير الدفاع البوركيني', 'BF', 'holder', false, []),
    ('b', 'p-2', 'ساليفو بابا كولبيرغا', 'قائد الدرك', 'قائد الدرك', 'BF', 'holder', false, []),
    ('b', 'p-3', 'كولبيرغا', 'قائد الدرك البوركيني', 'قائد الدرك البوركيني', 'BF', 'holder', false, []);
INSERT INTO fact_found_tie VALUES
    ('p-1', 'p-2', 'contained', 'a shorter form of the name', 'p-1'),
    ('p-6', 'p-7', 'same_name', 'the same name and the same country', NULL);
INSERT INTO bridge_found_block VALUES ('p-6', 7);
-- query
SELECT found_id, other_found_id, kind, weak_id, why FROM fact_found_tie ORDER BY ALL;
-- expect
p-2,p-3,contained,p-3,"a shorter form of the name, the same office (قاءد درك), and the same country"
p-6,p-7,same_name,,the same name and the same country
