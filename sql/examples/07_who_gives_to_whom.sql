-- Who hands over, trains, equips, funds or informs whom?
SELECT
    kind,
    stage,
    actor_states AS who,
    partner_states AS whom,
    sentence
FROM fact_cooperation
WHERE is_directed
    AND kind IN ('extradition', 'deportation', 'arrest_on_request', 'training_equipment', 'intelligence_sharing', 'funding')
ORDER BY kind, stage, sentence;
