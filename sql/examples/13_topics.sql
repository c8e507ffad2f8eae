-- What are the articles mainly about?
SELECT
    coalesce(topic.name_ar, 'غير محدد') AS topic,
    count(*) AS articles,
    round(avg(bridge.score), 2) AS mean_score
FROM fact_article
LEFT JOIN (FROM bridge_article_topic WHERE is_primary) AS bridge USING (article_key)
LEFT JOIN dim_topic AS topic USING (topic_key)
GROUP BY topic.name_ar
ORDER BY articles DESC, topic;
