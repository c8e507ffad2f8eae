-- What the warehouse said at a past instant: one row per article that it held then, with the state that counts depend on.
-- as_of(moment): instant, with zone.
-- Example: SELECT news_date, count(*) FROM as_of(TIMESTAMPTZ '2026-03-20 00:00:00+00') GROUP BY news_date;
CREATE OR REPLACE MACRO as_of(moment) AS TABLE
SELECT * EXCLUDE (superseded_at)
FROM fact_article_version
WHERE loaded_at <= moment::TIMESTAMPTZ
    AND (superseded_at IS NULL OR superseded_at > moment::TIMESTAMPTZ);
