-- given
INSERT INTO staging_outcome VALUES ('2026-03-14', 'inbox', 'refine', 2, 2, 0);
INSERT INTO staging_article BY NAME
SELECT id AS article_id, 'inbox' AS source_id, 'inbox:///' || id AS url, day::DATE AS news_date,
    DATE '2026-03-14' AS collected_date, TIMESTAMPTZ '2026-03-14 05:00:00+00' AS collected_at, 'ar' AS language,
    'text' AS body, 1 AS word_count, id AS text_hash
FROM (VALUES ('a', '2026-03-12'), ('b', '2026-03-14')) AS days (id, day);
INSERT INTO staging_naming VALUES
    ('a', 'p-2', 'ساليفو كولبيرغا', 'وزير الدفاع البوركيني', 'وزير الدفاع البوركيني', 'BF', 'holder', false, ['bf-defence']),
    ('b', 'p-2', 'ساليفو كولبيرغا', NULL, NULL, 'BF', 'holder', false, []);
INSERT INTO staging_mention VALUES ('a', 'official', 'p-2', 'body', 'ساليفو كولبيرغا', 3, 14, 'title/1', 0.95);
-- An article of an older day, whose person is the same one.
INSERT INTO dim_source BY NAME SELECT md5_number_lower('inbox') AS source_key, 'inbox' AS source_id, 'x' AS name_ar, 'x' AS name_en;
INSERT INTO fact_article BY NAME
SELECT md5_number_lower('old') AS article_key, 'old' AS article_id, md5_number_lower('inbox') AS source_key, 'u' AS url,
    DATE '2026-03-01' AS news_date, DATE '2026-03-01' AS collected_date, TIMESTAMPTZ '2026-03-01 05:00:00+00' AS collected_at,
    'ar' AS language, 'text' AS body, 1 AS word_count, 'old' AS text_hash;
INSERT INTO fact_naming VALUES
    (md5_number_lower('old'), 'p-7', '2026-03-01', 'ساليفو بابا كولبيرغا', 'وزير الدفاع البوركيني', 'وزير الدفاع البوركيني', 'BF', 'holder', false, ['bf-defence']);
INSERT INTO bridge_found_official VALUES (md5_number_lower('p-7'), 'p-7', md5_number_lower('p-7'), 'p-7', NULL, false, NULL);
INSERT INTO fact_mention VALUES
    (1, md5_number_lower('old'), 'official', md5_number_lower('p-7'), 'p-7', 'p-7', 'body', 0, 9, 'ساليفو بابا كولبيرغا', 'title/1', 0.9);
INSERT INTO bridge_article_official BY NAME SELECT md5_number_lower('old') AS article_key, md5_number_lower('p-7') AS official_key, 1 AS mention_count, 0 AS first_offset, false AS is_in_title;
-- query
SELECT article_id, entity_id, found_id, bridge.mention_count
FROM fact_mention JOIN fact_article USING (article_key)
JOIN bridge_article_official AS bridge USING (article_key)
WHERE bridge.official_key = entity_key ORDER BY article_id
-- expect
a,p-7,p-2,1
old,p-7,p-7,1
