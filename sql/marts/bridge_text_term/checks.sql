-- fail: text_key, term_key identifies a row
SELECT text_key, term_key, count(*) AS rows FROM bridge_text_term GROUP BY text_key, term_key HAVING count(*) > 1;

-- fail: every text_key stands in dim_text
SELECT DISTINCT bridge_text_term.text_key FROM bridge_text_term ANTI JOIN dim_text USING (text_key);
