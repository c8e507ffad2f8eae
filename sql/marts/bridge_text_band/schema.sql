CREATE TABLE IF NOT EXISTS bridge_text_band (
    text_key UBIGINT NOT NULL,
    band UBIGINT NOT NULL
);

COMMENT ON TABLE bridge_text_band IS 'One row per text and key that its copies are likely to share: bands of a MinHash over stemmed shingles, and sentences.';
COMMENT ON COLUMN bridge_text_band.text_key IS 'The text: dim_text.';
COMMENT ON COLUMN bridge_text_band.band IS 'The key; two texts are compared where they share an odd one (a band, a long sentence) or two.';
