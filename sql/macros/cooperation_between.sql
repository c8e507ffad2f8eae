-- What two states are reported to do together: reports, reports without copies, and events (each counted once a story).
-- cooperation_between(one, other): ISO codes; NULL stands for any state.
-- Example: FROM cooperation_between('MA', 'ES');
CREATE OR REPLACE MACRO cooperation_between(one, other) AS TABLE
SELECT
    fact.kind,
    fact.stage,
    list_sort(list_distinct(list_concat(fact.actor_states, fact.partner_states))) AS states,
    count(*) AS reports,
    count(*) FILTER (WHERE story.is_independent) AS independent_reports,
    count(DISTINCT (story.story_key, fact.event_key)) AS events,
    min(article.news_date) AS first_date,
    max(article.news_date) AS last_date
FROM fact_cooperation AS fact
JOIN fact_article AS article USING (article_key)
JOIN bridge_article_story AS story USING (article_key)
WHERE (one IS NULL OR list_contains(list_concat(fact.actor_states, fact.partner_states), one))
    AND (other IS NULL OR list_contains(list_concat(fact.actor_states, fact.partner_states), other))
GROUP BY ALL
ORDER BY reports DESC, fact.kind, fact.stage, states;
