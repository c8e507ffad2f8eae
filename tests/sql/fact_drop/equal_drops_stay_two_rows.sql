-- given
INSERT INTO staging_outcome VALUES ('2026-03-14', 'inbox', 'collect', 2, 0, 2);
INSERT INTO staging_drop VALUES
    ('2026-03-14', 'inbox', 'collect', 'inbox:///a', 'not_a_page', 'HTTP status 404'),
    ('2026-03-14', 'inbox', 'collect', 'inbox:///a', 'not_a_page', 'HTTP status 404');
-- A drop of an earlier run of the day, which its reason no longer holds for.
INSERT INTO fact_drop VALUES
    (1, '2026-03-14', md5_number_lower('inbox'), 'collect', 'inbox:///b', 'being_written', 'it grows'),
    (2, '2026-03-13', md5_number_lower('inbox'), 'collect', 'inbox:///c', 'empty', 'nothing');
-- query
SELECT news_date, url, reason, count(*) FROM fact_drop GROUP BY ALL ORDER BY ALL;
-- expect
2026-03-13,inbox:///c,empty,1
2026-03-14,inbox:///a,not_a_page,2
