-- Staged articles of which a later text is loaded already.
CREATE OR REPLACE TEMP VIEW staging_superseded AS
SELECT
    getvariable('news_date')::DATE AS news_date,
    source_id,
    'load' AS stage,
    url,
    'superseded' AS reason,
    'a later version of this article is loaded already' AS detail
FROM staging_article
WHERE md5_number_lower(article_id) NOT IN (SELECT article_key FROM changed_article);
