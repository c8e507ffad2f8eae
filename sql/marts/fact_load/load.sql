INSERT INTO fact_load BY NAME
SELECT
    md5_number_lower(concat_ws('/', getvariable('news_date'), getvariable('loaded_at'))) AS load_key,
    getvariable('news_date')::DATE AS news_date,
    getvariable('loaded_at')::TIMESTAMPTZ AS loaded_at,
    (SELECT count(*) FROM loaded_source)::INTEGER AS source_count,
    (SELECT count(*) FROM staging_article)::INTEGER AS article_count,
    count(*) FILTER (WHERE has_come AND NOT has_gone)::INTEGER AS new_count,
    count(*) FILTER (WHERE has_come AND has_gone)::INTEGER AS changed_count,
    count(*) FILTER (WHERE has_gone AND NOT has_come)::INTEGER AS removed_count
FROM (
    SELECT
        article_key,
        bool_or(loaded_at = getvariable('loaded_at')) AS has_come,
        coalesce(bool_or(superseded_at = getvariable('loaded_at')), false) AS has_gone
    FROM fact_article_version
    WHERE article_key IN (SELECT article_key FROM touched_article)
    GROUP BY ALL
);
