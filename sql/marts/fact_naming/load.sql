-- Whom the load's articles named before, and name now: nobody else is joined anew.
CREATE OR REPLACE TEMP TABLE touched_person AS
SELECT DISTINCT found_id FROM fact_naming WHERE article_key IN (SELECT article_key FROM changed_article);

DELETE FROM fact_naming
WHERE article_key IN (SELECT article_key FROM changed_article);

INSERT INTO fact_naming BY NAME
SELECT
    md5_number_lower(naming.article_id) AS article_key,
    naming.found_id,
    article.news_date,
    naming.name,
    naming.office_title,
    naming.office_search,
    naming.country AS country_code,
    naming.standing,
    naming.is_listed,
    naming.agency_ids
FROM staging_naming AS naming
JOIN staging_article AS article USING (article_id)
WHERE md5_number_lower(naming.article_id) IN (SELECT article_key FROM changed_article);

INSERT INTO touched_person
SELECT found_id FROM fact_naming WHERE article_key IN (SELECT article_key FROM changed_article)
EXCEPT
FROM touched_person;
