-- How many articles does each source have for each news day, and how long are they?
SELECT
    source.name_en AS source,
    article.news_date,
    count(*) AS articles,
    round(avg(article.word_count))::INTEGER AS words_each
FROM fact_article AS article
JOIN dim_source AS source USING (source_key)
GROUP BY ALL
ORDER BY articles DESC, news_date DESC, source;
