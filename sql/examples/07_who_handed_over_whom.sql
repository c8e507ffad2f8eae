-- Who extradites, hands over or deports to whom?
SELECT
    kind,
    stage,
    actor_states AS by_whom,
    partner_states AS to_whom,
    sentence
FROM fact_cooperation
WHERE kind IN ('extradition', 'deportation', 'arrest_on_request')
ORDER BY kind, stage, sentence;
