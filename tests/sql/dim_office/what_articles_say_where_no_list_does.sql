-- given
INSERT INTO staging_outcome VALUES ('2026-03-14', 'inbox', 'refine', 2, 2, 0);
INSERT INTO staging_article BY NAME
SELECT id AS article_id, 'inbox' AS source_id, 'inbox:///' || id AS url, day::DATE AS news_date,
    DATE '2026-03-14' AS collected_date, TIMESTAMPTZ '2026-03-14 05:00:00+00' AS collected_at, 'ar' AS language,
    'text' AS body, 1 AS word_count, id AS text_hash
FROM (VALUES ('a', '2026-03-12'), ('b', '2026-03-14')) AS days (id, day);
INSERT INTO staging_naming VALUES
    ('a', 'p-1', 'ساليفو كولبيرغا', 'وزير الدفاع البوركيني', 'وزير الدفاع البوركيني', 'BF', 'holder', false, ['bf-defence']),
    ('a', 'p-9', 'سعيد', 'الوزير', 'وزير', 'BF', 'holder', false, []),
    ('b', 'p-1', 'ساليفو كولبيرغا', 'وزير الدفاع البوركيني السابق', 'وزير الدفاع البوركيني', 'BF', 'former', false, ['bf-defence']);
-- query
SELECT title_ar, official_id, valid_from, valid_to, basis, article_count, agency_key = md5_number_lower('bf-defence')
FROM dim_office JOIN dim_official USING (official_key)
WHERE basis = 'press'
-- expect
وزير الدفاع البوركيني,p-1,2026-03-12,2026-03-14,press,2,True
