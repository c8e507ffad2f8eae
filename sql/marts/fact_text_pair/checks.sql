-- fail: text_key, other_text_key identifies a row
SELECT text_key, other_text_key, count(*) AS rows FROM fact_text_pair GROUP BY ALL HAVING count(*) > 1;

-- fail: a pair stands once, the smaller key first
SELECT text_key, other_text_key FROM fact_text_pair WHERE text_key >= other_text_key;

-- fail: every text_key and other_text_key stands in dim_text
SELECT pair.text_key, pair.other_text_key
FROM fact_text_pair AS pair
LEFT JOIN dim_text AS one USING (text_key)
LEFT JOIN dim_text AS other ON other.text_key = pair.other_text_key
WHERE one.text_key IS NULL OR other.text_key IS NULL;

-- fail: copies tell of one event
SELECT text_key, other_text_key FROM fact_text_pair WHERE is_copy AND NOT is_same_event;
