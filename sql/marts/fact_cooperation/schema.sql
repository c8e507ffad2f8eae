CREATE TABLE IF NOT EXISTS fact_cooperation (
    cooperation_key UBIGINT NOT NULL,
    article_key UBIGINT NOT NULL,
    kind VARCHAR NOT NULL,
    stage VARCHAR NOT NULL,
    is_directed BOOLEAN NOT NULL,
    actor_states VARCHAR[] NOT NULL,
    actor_officials VARCHAR[] NOT NULL,
    actor_agencies VARCHAR[] NOT NULL,
    partner_states VARCHAR[] NOT NULL,
    partner_officials VARCHAR[] NOT NULL,
    partner_agencies VARCHAR[] NOT NULL,
    subjects VARCHAR[] NOT NULL,
    date_from DATE,
    date_to DATE,
    field VARCHAR NOT NULL,
    sentence VARCHAR NOT NULL,
    start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    rule VARCHAR NOT NULL,
    sentence_count INTEGER NOT NULL,
    event_key UBIGINT NOT NULL
);

COMMENT ON TABLE fact_cooperation IS 'One row per article and fact of cooperation between states that it reports: a report, not an event.';
COMMENT ON COLUMN fact_cooperation.cooperation_key IS 'Hash of article, place in it, kind, stage and states.';
COMMENT ON COLUMN fact_cooperation.article_key IS 'The article: fact_article.';
COMMENT ON COLUMN fact_cooperation.kind IS 'What was done: visit_or_meeting, statement, agreement, joint_operation, arrest_on_request, extradition, deportation, training_equipment, intelligence_sharing, legal_assistance, border_measures or funding.';
COMMENT ON COLUMN fact_cooperation.stage IS 'How far it has come: planned, under_way, done or denied_or_cancelled.';
COMMENT ON COLUMN fact_cooperation.is_directed IS 'Whether the actor acts upon the partner or gives to it; otherwise both do the same.';
COMMENT ON COLUMN fact_cooperation.actor_states IS 'States of the acting side, or of the one named first: ISO 3166-1 alpha-2, or an organization.';
COMMENT ON COLUMN fact_cooperation.actor_officials IS 'Officials of the acting side that the sentence names, as the article alone identifies them; bridge_cooperation_party holds who they are.';
COMMENT ON COLUMN fact_cooperation.actor_agencies IS 'Agencies of the acting side that it names.';
COMMENT ON COLUMN fact_cooperation.partner_states IS 'States of the other side.';
COMMENT ON COLUMN fact_cooperation.partner_officials IS 'Officials of the other side, as actor_officials.';
COMMENT ON COLUMN fact_cooperation.partner_agencies IS 'Agencies of the other side.';
COMMENT ON COLUMN fact_cooperation.subjects IS 'What it is about, such as border_security.';
COMMENT ON COLUMN fact_cooperation.date_from IS 'First day that the sentence states for it.';
COMMENT ON COLUMN fact_cooperation.date_to IS 'Last day that the sentence states for it.';
COMMENT ON COLUMN fact_cooperation.field IS 'Text that reports it: title or body.';
COMMENT ON COLUMN fact_cooperation.sentence IS 'The sentence that reports it.';
COMMENT ON COLUMN fact_cooperation.start_offset IS 'Where the sentence begins in the field.';
COMMENT ON COLUMN fact_cooperation.end_offset IS 'Where it ends, exclusive.';
COMMENT ON COLUMN fact_cooperation.trigger_start IS 'Where the words begin that tell the kind.';
COMMENT ON COLUMN fact_cooperation.trigger_end IS 'Where they end, exclusive.';
COMMENT ON COLUMN fact_cooperation.rule IS 'Rule that found it, with its version.';
COMMENT ON COLUMN fact_cooperation.sentence_count IS 'Sentences of the article that report it.';
COMMENT ON COLUMN fact_cooperation.event_key IS 'Hash of kind, stage and states, whoever is named first: equal in every report of one event.';
