-- After bridge_text_band, which says what is new and what is gone.
DELETE FROM bridge_text_term
WHERE text_key IN (SELECT text_key FROM new_text UNION ALL SELECT text_key FROM gone_text);

INSERT INTO bridge_text_term BY NAME
SELECT text_key, term.term_key, term.weight
FROM (
    SELECT new_text.text_key, unnest(keys.terms) AS term
    FROM new_text
    JOIN staging_fingerprint AS keys USING (article_id)
);
