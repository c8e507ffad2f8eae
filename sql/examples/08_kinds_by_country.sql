-- What kinds of cooperation does each country take part in?
SELECT
    country.name_ar AS country,
    fact.kind,
    count(*) FILTER (WHERE fact.stage = 'done') AS done,
    count(*) FILTER (WHERE fact.stage = 'planned') AS planned,
    count(*) FILTER (WHERE fact.stage = 'under_way') AS under_way
FROM bridge_cooperation_party AS party
JOIN fact_cooperation AS fact USING (cooperation_key)
JOIN dim_country AS country ON party.entity_key = country.country_key
WHERE party.kind = 'state'
GROUP BY ALL
ORDER BY country, fact.kind;
