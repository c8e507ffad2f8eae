DELETE FROM fact_cooperation
WHERE article_key IN (SELECT article_key FROM changed_article);

INSERT INTO fact_cooperation BY NAME
SELECT
    md5_number_lower(
        concat_ws('/', article_id, field, trigger_start, kind, stage, actor_states, partner_states)
    ) AS cooperation_key,
    md5_number_lower(article_id) AS article_key,
    kind,
    stage,
    is_directed,
    actor_states,
    actor_officials,
    actor_agencies,
    partner_states,
    partner_officials,
    partner_agencies,
    subjects,
    date_from,
    date_to,
    field,
    sentence,
    start_offset,
    end_offset,
    trigger_start,
    trigger_end,
    rule,
    sentence_count,
    md5_number_lower(
        concat_ws('/', kind, stage, list_sort(list_distinct(list_concat(actor_states, partner_states))))
    ) AS event_key
FROM staging_cooperation
WHERE md5_number_lower(article_id) IN (SELECT article_key FROM changed_article);
