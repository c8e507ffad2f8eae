-- What is the cooperation about?
SELECT
    subject,
    count(*) AS reports,
    count(DISTINCT article_key) AS articles
FROM (SELECT article_key, unnest(subjects) AS subject FROM fact_cooperation)
GROUP BY subject
ORDER BY reports DESC, subject;
