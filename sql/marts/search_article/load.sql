DELETE FROM search_article
WHERE article_key IN (SELECT article_key FROM changed_article)
    OR article_key IN (SELECT article_key FROM kept_place);

INSERT INTO search_article BY NAME
SELECT
    article.article_key,
    article.collected_date,
    place.article_no,
    datediff('day', DATE '1900-01-01', article.collected_date) * 4294967296 + place.article_no AS place,
    article.news_date,
    article.source_key,
    (article.word_count + len(string_split(coalesce(article.title, ''), ' ')))::UINTEGER AS word_count
FROM fact_article AS article
JOIN staging_place AS place USING (article_key)
WHERE article.collected_date = getvariable('news_date')::DATE
ORDER BY place.article_no;
