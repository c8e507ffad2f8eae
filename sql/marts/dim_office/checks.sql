-- fail: office_key identifies a row
SELECT office_key, count(*) AS rows FROM dim_office GROUP BY office_key HAVING count(*) > 1;

-- fail: every official_key stands in dim_official
SELECT dim_office.official_key FROM dim_office ANTI JOIN dim_official USING (official_key);

-- fail: every agency_key stands in dim_agency
SELECT dim_office.agency_key FROM dim_office ANTI JOIN dim_agency USING (agency_key) WHERE dim_office.agency_key IS NOT NULL;

-- fail: a period does not end before it begins
SELECT office_id, valid_from, valid_to FROM dim_office WHERE valid_to < valid_from;
