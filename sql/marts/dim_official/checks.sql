-- fail: official_key identifies a row
SELECT official_key, count(*) AS rows FROM dim_official GROUP BY official_key HAVING count(*) > 1;

-- fail: every country_code stands in dim_country
SELECT official_id, country_code FROM dim_official ANTI JOIN dim_country USING (country_code) WHERE country_code IS NOT NULL;
