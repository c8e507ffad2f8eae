-- given
INSERT INTO staging_outcome VALUES ('2026-03-14', 'inbox', 'collect', 0, 0, 0);
INSERT INTO fact_health VALUES (1, '2026-03-14', md5_number_lower('inbox'), 'quiet', '', 20, 3, 'few', '2026-03-15');
-- query
SELECT news_date, finding, expected, found FROM fact_health;
-- expect
2026-03-14,quiet,20.0,3.0
