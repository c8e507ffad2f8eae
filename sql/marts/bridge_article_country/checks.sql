-- fail: article_key, country_key identifies a row
SELECT article_key, country_key, count(*) AS rows FROM bridge_article_country GROUP BY article_key, country_key HAVING count(*) > 1;

-- fail: every article_key stands in fact_article
SELECT bridge_article_country.article_key FROM bridge_article_country ANTI JOIN fact_article USING (article_key);

-- fail: every country_key stands in dim_country
SELECT bridge_article_country.country_key FROM bridge_article_country ANTI JOIN dim_country USING (country_key);
