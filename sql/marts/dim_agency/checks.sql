-- fail: agency_key identifies a row
SELECT agency_key, count(*) AS rows FROM dim_agency GROUP BY agency_key HAVING count(*) > 1;

-- fail: every country_code stands in dim_country
SELECT agency_id, country_code FROM dim_agency ANTI JOIN dim_country USING (country_code) WHERE country_code IS NOT NULL;

-- fail: every parent_id stands in dim_agency
SELECT child.agency_id, child.parent_id FROM dim_agency AS child
ANTI JOIN dim_agency AS parent ON child.parent_id = parent.agency_id
WHERE child.parent_id IS NOT NULL;
