-- Articles whose state may be another one now: their text, whom they name, or their story.
CREATE OR REPLACE TEMP TABLE versioned_article AS
SELECT article_key FROM touched_article
UNION
SELECT article_key FROM regrouped_article
UNION
SELECT article_key FROM bridge_article_story WHERE text_key IN (SELECT text_key FROM grouped_text);

CREATE OR REPLACE TEMP TABLE article_state AS
WITH touched AS (
    -- By their places in the file: a filter by key would read every body.
    SELECT article_key, source_key, news_date, title, md5(concat_ws(chr(10), title, body)) AS content_hash
    FROM fact_article
    WHERE rowid IN (
        SELECT rowid FROM fact_article WHERE article_key IN (SELECT article_key FROM changed_article)
    )
    UNION ALL
    -- What this load did not write is as it was: another story, or another name for the same person.
    SELECT article_key, source_key, news_date, title, content_hash
    FROM fact_article_version
    WHERE superseded_at IS NULL
        AND article_key IN (SELECT article_key FROM versioned_article)
        AND article_key NOT IN (SELECT article_key FROM changed_article)
        AND article_key IN (SELECT article_key FROM fact_article)
),

topic AS (
    SELECT article_key, topic_code, rule AS topic_rule
    FROM bridge_article_topic
    JOIN dim_topic USING (topic_key)
    WHERE is_primary AND article_key IN (SELECT article_key FROM versioned_article)
),

named AS (
    SELECT
        article_key,
        list_sort(list(DISTINCT entity_id) FILTER (WHERE kind = 'country')) AS country_codes,
        list_sort(list(DISTINCT entity_id) FILTER (WHERE kind = 'official')) AS official_ids,
        list_sort(list(DISTINCT entity_id) FILTER (WHERE kind = 'agency')) AS agency_ids
    FROM fact_mention
    WHERE article_key IN (SELECT article_key FROM versioned_article)
    GROUP BY ALL
),

state AS (
    SELECT
        touched.*,
        topic_code,
        topic_rule,
        coalesce(country_codes, []) AS country_codes,
        coalesce(official_ids, []) AS official_ids,
        coalesce(agency_ids, []) AS agency_ids,
        story_key,
        is_independent
    FROM touched
    LEFT JOIN bridge_article_story USING (article_key)
    LEFT JOIN topic USING (article_key)
    LEFT JOIN named USING (article_key)
)

SELECT *, md5(state::VARCHAR) AS state_hash FROM state;

UPDATE fact_article_version
SET superseded_at = getvariable('loaded_at')
WHERE superseded_at IS NULL
    AND article_key IN (SELECT article_key FROM versioned_article)
    AND (article_key, state_hash) NOT IN (SELECT (article_key, state_hash) FROM article_state);

INSERT INTO fact_article_version BY NAME
SELECT *, getvariable('loaded_at')::TIMESTAMPTZ AS loaded_at
FROM article_state
WHERE article_key NOT IN (SELECT article_key FROM fact_article_version WHERE superseded_at IS NULL);
