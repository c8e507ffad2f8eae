-- Why a number changed: the articles of a period whose state was another one at an earlier instant than at a later one.
-- why_changed(date_from, date_to, earlier, later): news dates, both included; two instants, with zone.
-- change is new, removed, moved (another news date), text, topic model, topic, merged duplicate,
-- no duplicate any more, story, or entities; an article has one row per change.
-- Example: SELECT change, count(*) FROM why_changed('2026-03-01', '2026-03-31', '2026-04-01 00:00:00+00', now()) GROUP BY change;
CREATE OR REPLACE MACRO why_changed(date_from, date_to, earlier, later) AS TABLE
WITH states AS (
    SELECT
        article_key,
        before,
        after
    FROM (SELECT article_key, version AS before FROM as_of(earlier) AS version)
    FULL JOIN (SELECT article_key, version AS after FROM as_of(later) AS version) USING (article_key)
    WHERE before.news_date BETWEEN date_from::DATE AND date_to::DATE
        OR after.news_date BETWEEN date_from::DATE AND date_to::DATE
),

changes AS (
    SELECT
        *,
        unnest(list_filter([
            CASE WHEN before IS NULL THEN 'new' END,
            CASE WHEN after IS NULL THEN 'removed' END,
            CASE WHEN before.news_date <> after.news_date THEN 'moved' END,
            CASE WHEN before.content_hash <> after.content_hash THEN 'text' END,
            CASE WHEN before.topic_rule <> after.topic_rule THEN 'topic model' END,
            CASE
                WHEN before IS NOT NULL AND after IS NOT NULL AND before.topic_code IS DISTINCT FROM after.topic_code
                THEN 'topic'
            END,
            CASE WHEN before.is_independent AND NOT after.is_independent THEN 'merged duplicate' END,
            CASE WHEN NOT before.is_independent AND after.is_independent THEN 'no duplicate any more' END,
            CASE WHEN before.story_key <> after.story_key THEN 'story' END,
            CASE
                WHEN before.country_codes <> after.country_codes
                    OR before.official_ids <> after.official_ids
                    OR before.agency_ids <> after.agency_ids
                THEN 'entities'
            END
        ], lambda change: change IS NOT NULL)) AS change
    FROM states
)

SELECT
    change,
    article_key,
    coalesce(after.title, before.title) AS title,
    before.news_date AS news_date_before,
    after.news_date AS news_date_after,
    before.topic_code AS topic_before,
    after.topic_code AS topic_after,
    before.country_codes AS countries_before,
    after.country_codes AS countries_after
FROM changes;
