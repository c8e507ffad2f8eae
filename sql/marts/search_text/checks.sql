-- fail: place, part identifies a row
SELECT place, count(*) AS rows FROM search_text
GROUP BY place
HAVING count(*) <> max(part) + 1 OR sum(part) <> max(part)::BIGINT * (max(part) + 1) // 2;

-- fail: every place stands in search_article, and every article has its text
SELECT coalesce(text.article_key, article.article_key) AS article_key
FROM (SELECT place, article_key FROM search_text WHERE part = 0) AS text
FULL JOIN search_article AS article ON article.place = text.place AND article.article_key = text.article_key
WHERE text.place IS NULL OR article.place IS NULL;
