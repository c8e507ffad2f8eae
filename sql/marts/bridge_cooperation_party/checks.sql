-- fail: cooperation_key, side, kind, entity_key identifies a row
SELECT cooperation_key, side, kind, entity_key, count(*) AS rows FROM bridge_cooperation_party GROUP BY cooperation_key, side, kind, entity_key HAVING count(*) > 1;

-- fail: every cooperation_key stands in fact_cooperation
SELECT bridge_cooperation_party.cooperation_key FROM bridge_cooperation_party ANTI JOIN fact_cooperation USING (cooperation_key);
