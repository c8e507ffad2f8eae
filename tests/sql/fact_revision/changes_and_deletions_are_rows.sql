-- given
INSERT INTO staging_outcome VALUES ('2026-03-14', 'inbox', 'refine', 1, 1, 0);
INSERT INTO staging_article BY NAME
SELECT 'a' AS article_id, 'inbox' AS source_id, 'inbox:///a' AS url, DATE '2026-03-14' AS news_date,
    DATE '2026-03-14' AS collected_date, TIMESTAMPTZ '2026-03-14 07:00:00+00' AS collected_at, 'ar' AS language,
    'عنوان آخر' AS title, 'قتل 5 أشخاص في سطيف' AS body, 4 AS word_count, 'h3' AS text_hash;
INSERT INTO staging_version VALUES
    ('a', 'inbox', '2026-03-14 04:00:00+00', '2026-03-14', false, 'h1', 'عنوان', 'قتل 3 أشخاص في سطيف'),
    ('a', 'inbox', '2026-03-14 05:00:00+00', '2026-03-14', false, 'h1', 'عنوان', 'قتل 3 أشخاص في سطيف'),
    ('a', 'inbox', '2026-03-14 06:00:00+00', '2026-03-14', true, NULL, NULL, NULL),
    ('a', 'inbox', '2026-03-14 06:30:00+00', '2026-03-14', true, NULL, NULL, NULL),
    ('a', 'inbox', '2026-03-14 07:00:00+00', '2026-03-14', false, 'h3', 'عنوان آخر', 'قتل 5 أشخاص في سطيف');
-- query
SELECT nth, is_deletion, is_title_changed, is_body_changed, is_number_changed, is_name_changed, words_added,
    words_removed, previous_text_hash, text_hash
FROM fact_revision ORDER BY nth;
-- expect
1,True,False,False,False,False,0,0,h1,
2,False,True,True,True,False,2,1,h1,h3
