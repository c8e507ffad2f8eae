-- Which pairs of states are reported to work together, counted as reports, without copies, and as events?
SELECT states, sum(reports) AS reports, sum(independent_reports) AS independent_reports, sum(events) AS events
FROM cooperation_between(NULL, NULL)
GROUP BY states
ORDER BY reports DESC, states;
