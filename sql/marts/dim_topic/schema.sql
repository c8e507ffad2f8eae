CREATE TABLE IF NOT EXISTS dim_topic (
    topic_key UBIGINT NOT NULL,
    topic_code VARCHAR NOT NULL,
    name_ar VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL,
    iptc_uri VARCHAR NOT NULL
);

COMMENT ON TABLE dim_topic IS 'One row per topic at the top level of the IPTC Media Topics.';
COMMENT ON COLUMN dim_topic.topic_key IS 'Hash of topic_code.';
COMMENT ON COLUMN dim_topic.topic_code IS 'Code of the topic, as medtop:16000000.';
COMMENT ON COLUMN dim_topic.name_ar IS 'Name in Arabic.';
COMMENT ON COLUMN dim_topic.name_en IS 'Name in English.';
COMMENT ON COLUMN dim_topic.iptc_uri IS 'Address of the topic in the scheme of the IPTC.';
