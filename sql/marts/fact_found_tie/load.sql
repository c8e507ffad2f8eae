-- found_tie is handed over by etl/io/people.py, which reads bridge_found_block.
-- Who was tied to people of this load is grouped again too: it may have lost what held it together.
CREATE OR REPLACE TEMP TABLE loosened_person AS
SELECT found_id FROM touched_person
UNION
SELECT unnest([found_id, other_found_id])
FROM fact_found_tie
WHERE found_id IN (SELECT found_id FROM touched_person)
    OR other_found_id IN (SELECT found_id FROM touched_person);

DELETE FROM fact_found_tie
WHERE found_id IN (SELECT found_id FROM touched_person)
    OR other_found_id IN (SELECT found_id FROM touched_person);

INSERT INTO fact_found_tie BY NAME SELECT * FROM found_tie;
