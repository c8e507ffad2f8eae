-- Counts of the load itself: every staged article goes in, as the text of its article or as a former version of it.
CREATE OR REPLACE TEMP VIEW staging_load_outcome AS
SELECT
    news_date,
    source_id,
    'load' AS stage,
    out_count AS in_count,
    out_count,
    0 AS drop_count
FROM staging_outcome
WHERE stage = 'refine';
