DELETE FROM bridge_cooperation_party
WHERE article_key IN (SELECT article_key FROM touched_article);

INSERT INTO bridge_cooperation_party BY NAME
SELECT DISTINCT
    party.cooperation_key,
    party.article_key,
    party.side,
    party.kind,
    md5_number_lower(coalesce(person.official_id, party.found_id)) AS entity_key,
    coalesce(person.official_id, party.found_id) AS entity_id
FROM (
    SELECT cooperation_key, article_key, 'actor' AS side, 'state' AS kind, unnest(actor_states) AS found_id
    FROM fact_cooperation
    UNION ALL
    SELECT cooperation_key, article_key, 'actor', 'official', unnest(actor_officials) FROM fact_cooperation
    UNION ALL
    SELECT cooperation_key, article_key, 'actor', 'agency', unnest(actor_agencies) FROM fact_cooperation
    UNION ALL
    SELECT cooperation_key, article_key, 'partner', 'state', unnest(partner_states) FROM fact_cooperation
    UNION ALL
    SELECT cooperation_key, article_key, 'partner', 'official', unnest(partner_officials) FROM fact_cooperation
    UNION ALL
    SELECT cooperation_key, article_key, 'partner', 'agency', unnest(partner_agencies) FROM fact_cooperation
) AS party
LEFT JOIN bridge_found_official AS person ON party.kind = 'official' AND party.found_id = person.found_id
WHERE party.article_key IN (SELECT article_key FROM touched_article);
