-- joined_person is handed over by etl/io/people.py, by fact_found_tie: of regrouped_person, whom this load may
-- have moved, everyone that articles still name, with the official that it is.
CREATE OR REPLACE TEMP TABLE moved_person AS
SELECT joined.found_id
FROM joined_person AS joined
LEFT JOIN bridge_found_official AS known USING (found_id)
WHERE joined.official_id IS DISTINCT FROM known.official_id;

CREATE OR REPLACE TEMP TABLE touched_article AS
SELECT article_key FROM changed_article
UNION
SELECT article_key FROM fact_naming WHERE found_id IN (SELECT found_id FROM moved_person);

-- Officials of whom articles, or a reviewer, tell something else now, before and after the load.
CREATE OR REPLACE TEMP TABLE touched_official AS
SELECT official_id FROM bridge_found_official WHERE found_id IN (SELECT found_id FROM regrouped_person)
UNION
SELECT official_id FROM joined_person;

DELETE FROM bridge_found_official
WHERE found_id IN (SELECT found_id FROM regrouped_person)
    AND found_id NOT IN (SELECT found_id FROM joined_person);

MERGE INTO bridge_found_official AS target
USING (
    SELECT
        md5_number_lower(found_id) AS found_key,
        md5_number_lower(official_id) AS official_key,
        *
    FROM joined_person
) AS staged
ON target.found_key = staged.found_key
WHEN MATCHED THEN UPDATE BY NAME
WHEN NOT MATCHED THEN INSERT BY NAME;
