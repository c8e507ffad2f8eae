-- fail: article_key, agency_key identifies a row
SELECT article_key, agency_key, count(*) AS rows FROM bridge_article_agency GROUP BY article_key, agency_key HAVING count(*) > 1;

-- fail: every article_key stands in fact_article
SELECT bridge_article_agency.article_key FROM bridge_article_agency ANTI JOIN fact_article USING (article_key);

-- fail: every agency_key stands in dim_agency
SELECT bridge_article_agency.agency_key FROM bridge_article_agency ANTI JOIN dim_agency USING (agency_key);
