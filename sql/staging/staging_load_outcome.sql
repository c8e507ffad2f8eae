-- Counts of the load itself: a staged text that is older than the loaded one does not replace it.
CREATE OR REPLACE TEMP VIEW staging_load_outcome AS
SELECT
    news_date,
    source_id,
    'load' AS stage,
    outcome.out_count AS in_count,
    outcome.out_count - coalesce(superseded.drop_count, 0) AS out_count,
    coalesce(superseded.drop_count, 0) AS drop_count
FROM staging_outcome AS outcome
LEFT JOIN (
    SELECT source_id, count(*)::INTEGER AS drop_count FROM staging_superseded GROUP BY source_id
) AS superseded USING (source_id)
WHERE outcome.stage = 'refine';
