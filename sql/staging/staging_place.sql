-- The number of each article of the news day in the postings: its rank by key. Of all staged texts, also
-- of one that a later text replaces: so a day's postings never change when another day is loaded.
CREATE OR REPLACE TEMP TABLE staging_place AS
SELECT article_key, (row_number() OVER (ORDER BY article_key) - 1)::UINTEGER AS article_no
FROM (
    SELECT md5_number_lower(article_id) AS article_key FROM staging_article
    UNION
    SELECT article_key FROM kept_place
);
