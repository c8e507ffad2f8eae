-- Which agencies stand in reports of cooperation, and on which side?
SELECT
    agency.name_ar AS agency,
    agency.country_code AS country,
    count(DISTINCT party.cooperation_key) AS reports,
    list_sort(list(DISTINCT fact.kind)) AS kinds
FROM bridge_cooperation_party AS party
JOIN fact_cooperation AS fact USING (cooperation_key)
JOIN dim_agency AS agency ON party.entity_key = agency.agency_key
WHERE party.kind = 'agency'
GROUP BY ALL
ORDER BY reports DESC, agency;
