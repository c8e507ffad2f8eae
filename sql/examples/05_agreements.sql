-- Which agreements were signed or announced, with the sentence that says so?
SELECT
    actor_states,
    partner_states,
    stage,
    subjects,
    sentence
FROM fact_cooperation
WHERE kind = 'agreement'
ORDER BY stage, sentence;
