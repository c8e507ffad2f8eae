-- How many articles name a country or are about a topic, by period: all, without copies, and as stories.
-- timeline(country, topic, grain): ISO code or NULL; topic code, Arabic or English name, or NULL; day, week, month, quarter or year.
-- Example: FROM timeline(country := 'MA', topic := 'crime, law and justice', grain := 'week');
CREATE OR REPLACE MACRO timeline(country := NULL, topic := NULL, grain := 'month') AS TABLE
SELECT
    date_trunc(grain, news_date)::DATE AS period,
    count(*) AS articles,
    count(DISTINCT report_key) AS independent_articles,
    count(DISTINCT story_key) AS stories
FROM fact_article
JOIN bridge_article_story USING (article_key)
WHERE (
    country IS NULL
    OR article_key IN (
        SELECT article_key
        FROM bridge_article_country
        JOIN dim_country USING (country_key)
        WHERE country_code = country
    )
)
    AND (
        topic IS NULL
        OR article_key IN (
            SELECT article_key
            FROM bridge_article_topic
            JOIN dim_topic USING (topic_key)
            WHERE is_primary AND topic IN (topic_code, name_ar, name_en)
        )
    )
GROUP BY period
ORDER BY period;
