-- What the warehouse held of the articles of this load before its first write: changed_article's, and those
-- of which the day has a version alone. A table, not a view, for that reason. By their places in the file: a
-- filter by key would read every body.
CREATE OR REPLACE TEMP TABLE former_article AS
SELECT article_key, text_hash, title, body
FROM fact_article
WHERE rowid IN (
    SELECT rowid FROM fact_article
    WHERE article_key IN (
        SELECT article_key FROM changed_article
        UNION
        SELECT md5_number_lower(article_id) FROM staging_version
    )
);
