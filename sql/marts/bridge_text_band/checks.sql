-- fail: text_key, band identifies a row
SELECT text_key, band, count(*) AS rows FROM bridge_text_band GROUP BY text_key, band HAVING count(*) > 1;

-- fail: every text_key stands in dim_text
SELECT DISTINCT bridge_text_band.text_key FROM bridge_text_band ANTI JOIN dim_text USING (text_key);
