-- Whom and what do articles name together with Morocco's Directorate General of National Security?
SELECT kind, name_ar, articles, mentions
FROM co_mentions('ma-dgsn')
LIMIT 8;
