-- Stems of the day's staged texts, one row a stem and article, with their positions.
CREATE OR REPLACE TEMP TABLE staging_posting AS
SELECT article_no, md5_number_lower(stem) AS stem_key, title_count, body_count, positions
FROM (
    SELECT place.article_no, unnest(index_words(staged.title, staged.body), recursive := true)
    FROM staging_article AS staged
    JOIN staging_place AS place ON place.article_key = md5_number_lower(staged.article_id)
);
