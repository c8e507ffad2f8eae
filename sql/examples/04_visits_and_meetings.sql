-- Which visits and meetings between states are reported, and how far have they come?
SELECT
    article.news_date,
    list_aggregate(actor_states, 'string_agg', ' + ') AS who,
    list_aggregate(partner_states, 'string_agg', ' + ') AS with_whom,
    stage,
    date_from,
    article.title
FROM fact_cooperation
JOIN fact_article AS article USING (article_key)
WHERE kind = 'visit_or_meeting'
ORDER BY article.news_date DESC, article.article_id, start_offset;
