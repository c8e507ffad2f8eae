-- fail: text_key identifies a row
SELECT text_key, count(*) AS rows FROM dim_text GROUP BY text_key HAVING count(*) > 1;

-- fail: every text is an article's, and every article's text is here
SELECT text_hash, sum(n) AS difference
FROM (
    SELECT text_hash, article_count AS n FROM dim_text
    UNION ALL
    SELECT text_hash, -count(*) FROM fact_article GROUP BY text_hash
)
GROUP BY text_hash
HAVING sum(n) <> 0;
