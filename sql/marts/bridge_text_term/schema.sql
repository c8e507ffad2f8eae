CREATE TABLE IF NOT EXISTS bridge_text_term (
    text_key UBIGINT NOT NULL,
    term_key UBIGINT NOT NULL,
    weight INTEGER NOT NULL
);

COMMENT ON TABLE bridge_text_term IS 'One row per text and stem that says what it is about: ten at most.';
COMMENT ON COLUMN bridge_text_term.text_key IS 'The text: dim_text.';
COMMENT ON COLUMN bridge_text_term.term_key IS 'Hash of the stem.';
COMMENT ON COLUMN bridge_text_term.weight IS 'How much the stem says, in thousandths; the weights of a text have the length 1000.';
