-- The stretch of a text around a place, up to the nearest ends of sentences or paragraphs.
-- sentence_at(body, start_offset, end_offset): a text and two offsets into it, from 0.
-- Example: SELECT sentence_at('قال. وصل الوزير أمس. ثم غادر.', 9, 15);
CREATE OR REPLACE MACRO sentence_at(body, start_offset, end_offset) AS
trim(
    regexp_extract(left(body, start_offset), '(?:[^.!؟?\n]|\.\S)*$')
    || substring(body, start_offset + 1, end_offset - start_offset)
    || regexp_extract(substring(body, end_offset + 1), '^(?:[^.!؟?\n]|\.\S)*[.!؟?]?')
);
