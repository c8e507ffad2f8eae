CREATE TABLE IF NOT EXISTS fact_text_pair (
    text_key UBIGINT NOT NULL,
    other_text_key UBIGINT NOT NULL,
    is_copy BOOLEAN NOT NULL,
    is_same_event BOOLEAN NOT NULL,
    similarity INTEGER NOT NULL,
    shared_share FLOAT,
    changed_share FLOAT,
    other_changed_share FLOAT,
    rule VARCHAR NOT NULL
);

COMMENT ON TABLE fact_text_pair IS 'One row per two texts that were found to be copies, or to tell of one event.';
COMMENT ON COLUMN fact_text_pair.text_key IS 'The text with the smaller key: dim_text.';
COMMENT ON COLUMN fact_text_pair.other_text_key IS 'The text with the larger key: dim_text.';
COMMENT ON COLUMN fact_text_pair.is_copy IS 'Whether one was made from the other, or both from a third.';
COMMENT ON COLUMN fact_text_pair.is_same_event IS 'Whether they tell of one event; copies do.';
COMMENT ON COLUMN fact_text_pair.similarity IS 'Likeness of their terms, in millionths.';
COMMENT ON COLUMN fact_text_pair.shared_share IS 'Share of the shorter text that stands in the longer one; NULL where the texts were not compared.';
COMMENT ON COLUMN fact_text_pair.changed_share IS 'Share of the text that does not stand in the other one; NULL where the texts were not compared.';
COMMENT ON COLUMN fact_text_pair.other_changed_share IS 'Share of the other text that does not stand in this one; NULL where the texts were not compared.';
COMMENT ON COLUMN fact_text_pair.rule IS 'Version of the rule that decided.';
