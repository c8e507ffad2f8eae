-- fail: found_id, block identifies a row
SELECT found_id, block, count(*) AS rows FROM bridge_found_block GROUP BY found_id, block HAVING count(*) > 1;

-- fail: every found_id stands in bridge_found_official
SELECT DISTINCT bridge_found_block.found_id FROM bridge_found_block ANTI JOIN bridge_found_official USING (found_id);
