-- given
INSERT INTO staging_outcome VALUES ('2026-03-14', 'inbox', 'refine', 1, 1, 0);
INSERT INTO staging_article BY NAME
SELECT 'a' AS article_id, 'inbox' AS source_id, 'inbox:///a' AS url, DATE '2026-03-14' AS news_date,
    DATE '2026-03-14' AS collected_date, TIMESTAMPTZ '2026-03-14 05:00:00+00' AS collected_at, 'ar' AS language,
    'text' AS body, 1 AS word_count, 'h1' AS text_hash;
INSERT INTO staging_mention VALUES
    ('a', 'country', 'MA', 'body', 'المغرب', 40, 46, 'gazetteer/1', 1),
    ('a', 'country', 'MA', 'body', 'الرباط', 10, 16, 'gazetteer/1', 1),
    ('a', 'country', 'US', 'title', 'واشنطن', 0, 6, 'gazetteer/1', 1),
    ('a', 'official', 'todd-robinson', 'body', 'تود روبنسون', 3, 14, 'gazetteer/1', 1);
-- A bridge row of an earlier reading of the article, which no longer names this country.
INSERT INTO bridge_article_country VALUES (md5_number_lower('a'), md5_number_lower('ML'), 1, 7, false);
-- query
SELECT country_code, mention_count, first_offset, is_in_title
FROM bridge_article_country JOIN dim_country USING (country_key) ORDER BY country_code;
-- expect
MA,2,10,False
US,1,,True
