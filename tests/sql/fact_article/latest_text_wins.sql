-- given
INSERT INTO staging_outcome VALUES ('2026-03-14', 'inbox', 'refine', 1, 1, 0);
INSERT INTO staging_article BY NAME
SELECT 'a' AS article_id, 'inbox' AS source_id, 'inbox:///a' AS url, DATE '2026-03-14' AS news_date,
    DATE '2026-03-14' AS collected_date, TIMESTAMPTZ '2026-03-14 05:00:00+00' AS collected_at, 'ar' AS language,
    'older' AS body, 1 AS word_count, 'h1' AS text_hash;
INSERT INTO fact_article BY NAME
SELECT md5_number_lower('a') AS article_key, md5_number_lower('inbox') AS source_key, 'a' AS article_id,
    'inbox:///a' AS url, DATE '2026-03-15' AS news_date, DATE '2026-03-15' AS collected_date,
    TIMESTAMPTZ '2026-03-15 05:00:00+00' AS collected_at, 'ar' AS language, 'newer' AS body, 1 AS word_count,
    'h2' AS text_hash;
-- query
SELECT body, collected_date FROM fact_article;
-- expect
newer,2026-03-15
