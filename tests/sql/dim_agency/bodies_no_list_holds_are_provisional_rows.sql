-- given
INSERT INTO staging_outcome VALUES ('2026-03-14', 'inbox', 'refine', 2, 2, 0);
INSERT INTO staging_article BY NAME
SELECT id AS article_id, 'inbox' AS source_id, 'inbox:///' || id AS url, day::DATE AS news_date,
    DATE '2026-03-14' AS collected_date, TIMESTAMPTZ '2026-03-14 05:00:00+00' AS collected_at, 'ar' AS language,
    'text' AS body, 1 AS word_count, id AS text_hash
FROM (VALUES ('a', '2026-03-12'), ('b', '2026-03-14')) AS days (id, day);
INSERT INTO staging_mention VALUES
    ('a', 'agency', 'bf-forestry', 'body', 'إدارة الغابات', 0, 13, 'agency-grammar/1', 0.8),
    ('b', 'agency', 'bf-forestry', 'body', 'إدارة الغابات', 9, 22, 'agency-grammar/1', 0.8),
    ('b', 'agency', 'bf-forestry', 'body', 'إدارة غابات بوركينا فاسو', 40, 64, 'agency-grammar/1', 0.8),
    ('b', 'agency', 'ma-dgsn', 'body', 'الأمن الوطني', 70, 82, 'agency-name/1', 1);
INSERT INTO staging_found_agency VALUES ('a', 'bf-forestry', '', 'BF', 'administration'), ('b', 'bf-forestry', '', 'BF', 'administration');
-- query
SELECT agency_id, dim_agency.name_ar, dim_agency.name_en, country_code, kind, is_provisional, mention_count
FROM dim_agency JOIN bridge_article_agency USING (agency_key)
WHERE is_provisional ORDER BY mention_count
-- expect
bf-forestry,إدارة الغابات,,BF,administration,True,1
bf-forestry,إدارة الغابات,,BF,administration,True,2
