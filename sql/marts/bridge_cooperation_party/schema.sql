CREATE TABLE IF NOT EXISTS bridge_cooperation_party (
    cooperation_key UBIGINT NOT NULL,
    article_key UBIGINT NOT NULL,
    side VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    entity_key UBIGINT NOT NULL,
    entity_id VARCHAR NOT NULL
);

COMMENT ON TABLE bridge_cooperation_party IS 'One row per fact of cooperation, side and party that its sentence names: state, official or agency.';
COMMENT ON COLUMN bridge_cooperation_party.cooperation_key IS 'The fact: fact_cooperation.';
COMMENT ON COLUMN bridge_cooperation_party.article_key IS 'The article: fact_article.';
COMMENT ON COLUMN bridge_cooperation_party.side IS 'actor or partner.';
COMMENT ON COLUMN bridge_cooperation_party.kind IS 'What the party is: state, official or agency.';
COMMENT ON COLUMN bridge_cooperation_party.entity_key IS 'The party: dim_country, dim_official or dim_agency; a state may be an organization, which has no row there.';
COMMENT ON COLUMN bridge_cooperation_party.entity_id IS 'Its id.';
