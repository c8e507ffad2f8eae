-- given
INSERT INTO source_specs (source_id, name_ar, name_en) VALUES ('noor', 'نور', 'Noor');
INSERT INTO fact_health VALUES
    (1, '2026-03-01', md5_number_lower('noor'), 'quiet', '', 20, 3, 'older than the check', '2026-03-02'),
    (2, '2026-03-12', md5_number_lower('noor'), 'quiet', '', 20, 3, 'mended since', '2026-03-13'),
    (3, '2026-03-12', md5_number_lower('noor'), 'archive_damaged', 'a.warc.gz', 2, 1, 'stays', '2026-03-13');
SET VARIABLE health_rows = '
    SELECT * FROM (VALUES
        (NULL::DATE, NULL, NULL, NULL, NULL::DOUBLE, NULL::DOUBLE, NULL, NULL::DATE, DATE ''2026-03-10''),
        (DATE ''2026-03-13'', ''noor'', ''feed_gone'', ''https://x.example/feed'', NULL, NULL, ''404'', DATE ''2026-03-14'', DATE ''2026-03-10''),
        (DATE ''2026-03-13'', ''unknown'', ''feed_gone'', ''x'', NULL, NULL, ''404'', DATE ''2026-03-14'', DATE ''2026-03-10'')
    ) AS found (news_date, source_id, finding, about, expected, found, detail, checked_date, checked_since)';
-- query
SELECT news_date, finding, detail FROM fact_health ORDER BY ALL;
-- expect
2026-03-01,quiet,older than the check
2026-03-12,archive_damaged,stays
2026-03-13,feed_gone,404
