-- fail: cooperation_key identifies a row
SELECT cooperation_key, count(*) AS rows FROM fact_cooperation GROUP BY cooperation_key HAVING count(*) > 1;

-- fail: every article_key stands in fact_article
SELECT fact_cooperation.article_key FROM fact_cooperation ANTI JOIN fact_article USING (article_key);

-- fail: both sides name a state
SELECT cooperation_key FROM fact_cooperation WHERE len(actor_states) = 0 OR len(partner_states) = 0;

-- fail: the sentence stands at its offsets
SELECT cooperation_key FROM fact_cooperation
JOIN fact_article AS article USING (article_key)
WHERE sentence <> substring(
    CASE field WHEN 'title' THEN article.title ELSE article.body END, start_offset + 1, end_offset - start_offset
);
