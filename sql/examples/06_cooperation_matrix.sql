-- How often is each pair of states reported to work together, whatever they do?
SELECT
    least(actor.entity_id, partner.entity_id) AS one,
    greatest(actor.entity_id, partner.entity_id) AS other,
    count(DISTINCT fact.cooperation_key) AS reports,
    count(DISTINCT fact.event_key) AS kinds_and_stages,
    count(DISTINCT fact.article_key) AS articles
FROM fact_cooperation AS fact
JOIN bridge_cooperation_party AS actor ON fact.cooperation_key = actor.cooperation_key AND actor.side = 'actor'
JOIN bridge_cooperation_party AS partner ON fact.cooperation_key = partner.cooperation_key AND partner.side = 'partner'
WHERE actor.kind = 'state' AND partner.kind = 'state'
GROUP BY ALL
ORDER BY reports DESC, one, other;
