-- joined_person is handed over by etl/io/people.py: every found person with the official that it is.
CREATE OR REPLACE TEMP TABLE moved_person AS
SELECT joined.found_id
FROM joined_person AS joined
LEFT JOIN bridge_found_official AS known USING (found_id)
WHERE joined.official_id IS DISTINCT FROM known.official_id;

CREATE OR REPLACE TEMP TABLE touched_article AS
SELECT article_key FROM changed_article
UNION
SELECT article_key FROM fact_naming WHERE found_id IN (SELECT found_id FROM moved_person);

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
WHEN NOT MATCHED THEN INSERT BY NAME
WHEN NOT MATCHED BY SOURCE THEN DELETE;
