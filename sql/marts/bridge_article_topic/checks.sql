-- fail: article_key, topic_key identifies a row
SELECT article_key, topic_key, count(*) AS rows FROM bridge_article_topic GROUP BY article_key, topic_key HAVING count(*) > 1;

-- fail: every article_key stands in fact_article
SELECT bridge_article_topic.article_key FROM bridge_article_topic ANTI JOIN fact_article USING (article_key);

-- fail: every topic_key stands in dim_topic
SELECT bridge_article_topic.topic_key FROM bridge_article_topic ANTI JOIN dim_topic USING (topic_key);

-- fail: an article has one primary topic at most
SELECT article_key FROM bridge_article_topic WHERE is_primary GROUP BY article_key HAVING count(*) > 1;
