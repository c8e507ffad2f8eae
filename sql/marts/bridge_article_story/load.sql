-- grouped_text is handed over by etl/io/stories.py: the texts of regrouped_seed and all that hangs on them,
-- by fact_text_pair and dim_text.
CREATE OR REPLACE TEMP TABLE regrouped_article AS
SELECT article_key, report_key, story_key
FROM bridge_article_story
WHERE text_key IN (SELECT text_key FROM grouped_text)
    OR text_key IN (SELECT text_key FROM regrouped_seed)
    OR article_key IN (SELECT article_key FROM changed_article);

DELETE FROM bridge_article_story
WHERE article_key IN (SELECT article_key FROM regrouped_article);

INSERT INTO bridge_article_story BY NAME
SELECT
    article.article_key,
    grouped.text_key,
    md5_number_lower(grouped.report_id) AS report_key,
    md5_number_lower(grouped.story_id) AS story_key,
    article.article_id = grouped.report_id AS is_independent,
    md5_number_lower(
        CASE
            WHEN article.article_id = grouped.report_id THEN NULL
            WHEN article.article_id = text.article_id THEN grouped.copied_from_id
            ELSE text.article_id
        END
    ) AS copied_from_key,
    CASE
        WHEN article.article_id = grouped.report_id THEN NULL
        WHEN article.article_id = text.article_id THEN grouped.changed_share
        ELSE 0
    END AS changed_share
FROM grouped_text AS grouped
JOIN dim_text AS text USING (text_key)
JOIN fact_article AS article USING (text_hash);

-- Reports and stories that an article left or joined.
CREATE OR REPLACE TEMP TABLE regrouped AS
SELECT report_key, story_key FROM regrouped_article
UNION
SELECT report_key, story_key
FROM bridge_article_story
WHERE text_key IN (SELECT text_key FROM grouped_text);
