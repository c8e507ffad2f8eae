DELETE FROM bridge_article_credit
WHERE article_key IN (SELECT article_key FROM changed_article);

INSERT INTO bridge_article_credit BY NAME
SELECT
    md5_number_lower(credit.article_id) AS article_key,
    credit.surface,
    coalesce(credit.credited_id, source.source_id) AS credited_id,
    coalesce(source.source_key, listed.source_key) AS credited_source_key,
    credit.rule
FROM staging_credit AS credit
LEFT JOIN dim_source AS source ON source.name_ar = credit.surface AND credit.credited_id IS NULL
LEFT JOIN dim_source AS listed ON listed.source_id = credit.credited_id
WHERE md5_number_lower(credit.article_id) IN (SELECT article_key FROM changed_article)
QUALIFY row_number() OVER (PARTITION BY credit.article_id, credit.surface ORDER BY credit.rule, source.source_id) = 1;
