-- fail: country_key identifies a row
SELECT country_key, count(*) AS rows FROM dim_country GROUP BY country_key HAVING count(*) > 1;

-- fail: ISO 3166-1 and Kosovo are complete
SELECT count(*) AS countries FROM dim_country HAVING count(*) <> 250;

-- fail: the League of Arab States has 22 members
SELECT count(*) AS members FROM dim_country WHERE is_arab_league HAVING count(*) <> 22;
