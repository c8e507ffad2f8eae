-- given
INSERT INTO staging_outcome VALUES ('2026-03-14', 'inbox', 'refine', 2, 2, 0);
INSERT INTO staging_article BY NAME
SELECT id AS article_id, 'inbox' AS source_id, 'inbox:///' || id AS url, day::DATE AS news_date,
    DATE '2026-03-14' AS collected_date, TIMESTAMPTZ '2026-03-14 05:00:00+00' AS collected_at, 'ar' AS language,
    'text' AS body, 1 AS word_count, id AS text_hash
FROM (VALUES ('a', '2026-03-12'), ('b', '2026-03-14')) AS days (id, day);
INSERT INTO staging_naming VALUES
    ('a', 'abdelouafi-laftit', 'عبد الوافي لفتيت', 'وزير الداخلية', 'وزير الداخليه', 'MA', 'holder', true, []);
INSERT INTO staging_cooperation VALUES
    ('a', 'visit_or_meeting', 'done', true, ['NL'], [], [], ['MA'], ['abdelouafi-laftit'], ['ma-interior'], ['border_security'],
     '2026-03-11', '2026-03-11', 'body', 'text', 0, 4, 0, 2, 'visit.received/1', 1),
    ('b', 'visit_or_meeting', 'done', true, ['MA'], [], [], ['NL'], [], [], [],
     NULL, NULL, 'body', 'text', 0, 4, 0, 2, 'visit.received/1', 1);
-- query
SELECT side, bridge_cooperation_party.kind, entity_id, count(DISTINCT event_key) OVER () FROM bridge_cooperation_party JOIN fact_cooperation USING (cooperation_key) JOIN fact_article ON fact_article.article_key = fact_cooperation.article_key
WHERE article_id = 'a' ORDER BY ALL
-- expect
actor,state,NL,1
partner,agency,ma-interior,1
partner,official,abdelouafi-laftit,1
partner,state,MA,1
