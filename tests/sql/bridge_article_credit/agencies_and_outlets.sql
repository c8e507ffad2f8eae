-- given
INSERT INTO source_specs (source_id, name_ar, name_en) VALUES
    ('wam', 'وكالة أنباء الإمارات', 'WAM'), ('week', 'الأسبوع', 'The Week');
INSERT INTO staging_outcome VALUES ('2026-03-14', 'inbox', 'refine', 1, 1, 0);
INSERT INTO staging_article BY NAME
SELECT 'a' AS article_id, 'inbox' AS source_id, 'inbox:///a' AS url, DATE '2026-03-14' AS news_date,
    DATE '2026-03-14' AS collected_date, TIMESTAMPTZ '2026-03-14 05:00:00+00' AS collected_at, 'ar' AS language,
    'text' AS body, 1 AS word_count, 'h1' AS text_hash;
INSERT INTO staging_credit VALUES
    ('a', 'wam', 'وام', 'dateline/1'), ('a', NULL, 'الأسبوع', 'attribution/1'), ('a', NULL, 'من لا يعرفه أحد', 'closing/1');
-- A credit of an earlier reading of the article.
INSERT INTO bridge_article_credit VALUES (md5_number_lower('a'), 'واس', 'spa', NULL, 'closing/0');
-- query
SELECT surface, credited_id, source.source_id
FROM bridge_article_credit LEFT JOIN dim_source AS source ON source_key = credited_source_key ORDER BY surface;
-- expect
الأسبوع,week,week
من لا يعرفه أحد,,
وام,wam,wam
