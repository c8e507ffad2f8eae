-- fail: article_key identifies a row
SELECT article_key, count(*) AS rows FROM fact_article GROUP BY article_key HAVING count(*) > 1;

-- fail: every source_key stands in dim_source
SELECT fact_article.source_key FROM fact_article ANTI JOIN dim_source USING (source_key);

-- fail: a body is never empty
SELECT article_id FROM fact_article WHERE trim(body) = '';

-- warn: a news date is at most one day after the day it was collected for
SELECT article_id, news_date, collected_date FROM fact_article WHERE news_date > collected_date + 1;
