-- fail: found_id, other_found_id identifies a row
SELECT found_id, other_found_id, count(*) AS rows FROM fact_found_tie GROUP BY ALL HAVING count(*) > 1;

-- fail: a tie stands once, the smaller id first
SELECT found_id, other_found_id FROM fact_found_tie WHERE found_id >= other_found_id;

-- fail: every found_id stands in bridge_found_official
SELECT fact_found_tie.found_id FROM fact_found_tie ANTI JOIN bridge_found_official USING (found_id);

-- fail: every other_found_id is the found_id of somebody
SELECT other_found_id FROM fact_found_tie WHERE other_found_id NOT IN (SELECT found_id FROM bridge_found_official);
