-- fail: article_key identifies a row
SELECT article_key, count(*) AS rows FROM bridge_article_story GROUP BY article_key HAVING count(*) > 1;

-- fail: every article_key stands in fact_article
SELECT bridge_article_story.article_key FROM bridge_article_story ANTI JOIN fact_article USING (article_key);

-- fail: every article has a story
SELECT fact_article.article_key FROM fact_article ANTI JOIN bridge_article_story USING (article_key);

-- fail: a report has one independent article, whose key it has
SELECT report_key
FROM bridge_article_story
GROUP BY report_key
HAVING count(*) FILTER (WHERE is_independent) <> 1 OR bool_or(is_independent AND article_key <> report_key);

-- fail: a report is part of one story
SELECT report_key FROM bridge_article_story GROUP BY report_key HAVING count(DISTINCT story_key) > 1;

-- fail: every copied_from_key is an article of the same report
SELECT copy.article_key
FROM bridge_article_story AS copy
LEFT JOIN bridge_article_story AS original ON original.article_key = copy.copied_from_key
WHERE copy.report_key IS DISTINCT FROM original.report_key AND NOT copy.is_independent;
