-- verified_pair is handed over by etl/io/stories.py, which reads bridge_text_band and bridge_text_term.
-- What was alike before is grouped again too: it may have lost what held it together.
CREATE OR REPLACE TEMP TABLE regrouped_seed AS
SELECT text_key FROM touched_text
UNION
SELECT unnest([text_key, other_text_key])
FROM fact_text_pair
WHERE text_key IN (SELECT text_key FROM touched_text)
    OR other_text_key IN (SELECT text_key FROM touched_text);

DELETE FROM fact_text_pair
WHERE text_key IN (SELECT text_key FROM touched_text)
    OR other_text_key IN (SELECT text_key FROM touched_text);

INSERT INTO fact_text_pair BY NAME SELECT * FROM verified_pair;
