-- Which offices did the named officials hold on the day of the article?
SELECT
    article.news_date,
    official.name_ar AS official,
    office.title_ar AS office,
    office.basis
FROM bridge_article_official AS bridge
JOIN fact_article AS article USING (article_key)
JOIN dim_official AS official USING (official_key)
JOIN dim_office AS office
    ON official.official_key = office.official_key
    AND office.valid_from <= article.news_date
    AND (office.valid_to IS NULL OR article.news_date < office.valid_to)
GROUP BY ALL
ORDER BY article.news_date DESC, official, office;
