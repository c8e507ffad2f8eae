DELETE FROM search_text
WHERE article_key IN (SELECT article_key FROM changed_article)
    OR article_key IN (SELECT article_key FROM kept_place);

-- A word is what no white space and no common sign parts: the postings count words nearly so, and a snippet
-- takes the part that they name and the next one.
INSERT INTO search_text BY NAME
SELECT place, (generate_subscripts(parts, 1) - 1)::USMALLINT AS part, article_key, unnest(parts) AS text
FROM (
    SELECT
        placed.place,
        article.article_key,
        coalesce(
            nullif(regexp_extract_all(
                replace(article.body, chr(10), ' '),
                replace(
                    '[SIGN]*(?:[^SIGN]+[SIGN]*){1,40}',
                    'SIGN',
                    '\x{1}-/:-@\[-^`{-\x{A9}\x{AB}-\x{B4}\x{B6}-\x{B9}\x{BB}-\x{BF}،؛؟٪-٭۔'
                    || '\x{2000}-\x{200A}\x{2010}-\x{2029}\x{202F}-\x{205F}\x{3000}-\x{303F}'
                )
            ), []),
            [article.body]
        ) AS parts
    FROM fact_article AS article
    JOIN search_article AS placed USING (article_key)
    SEMI JOIN staging_place USING (article_key)
    WHERE article.collected_date = getvariable('news_date')::DATE
)
ORDER BY place, part;
