DELETE FROM fact_mention
WHERE article_key IN (SELECT article_key FROM changed_article);

INSERT INTO fact_mention BY NAME
SELECT
    md5_number_lower(
        concat_ws('/', article_id, field, start_offset, end_offset, mention.kind, mention.entity_id)
    ) AS mention_key,
    md5_number_lower(article_id) AS article_key,
    mention.kind,
    md5_number_lower(coalesce(person.official_id, mention.entity_id)) AS entity_key,
    coalesce(person.official_id, mention.entity_id) AS entity_id,
    mention.entity_id AS found_id,
    field,
    start_offset,
    end_offset,
    surface,
    rule,
    score
FROM staging_mention AS mention
LEFT JOIN bridge_found_official AS person ON mention.kind = 'official' AND mention.entity_id = person.found_id
WHERE md5_number_lower(article_id) IN (SELECT article_key FROM changed_article);

UPDATE fact_mention
SET entity_id = person.official_id, entity_key = person.official_key
FROM bridge_found_official AS person
WHERE fact_mention.kind = 'official'
    AND fact_mention.found_id = person.found_id
    AND fact_mention.entity_key <> person.official_key
    AND person.found_id IN (SELECT found_id FROM moved_person);
