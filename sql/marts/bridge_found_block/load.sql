-- found_block is handed over by etl/io/people.py, by fact_naming and by the listed people of fact_verdict.
DELETE FROM bridge_found_block
WHERE found_id IN (SELECT found_id FROM touched_person);

INSERT INTO bridge_found_block BY NAME SELECT * FROM found_block;
