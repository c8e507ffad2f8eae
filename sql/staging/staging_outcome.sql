-- Counts by stage, as the stages wrote them.
CREATE OR REPLACE TEMP VIEW staging_outcome AS
SELECT * FROM read_parquet(getvariable('staging') || '/*/outcome.parquet');
