-- Inputs that left the flow, with their reasons.
CREATE OR REPLACE TEMP VIEW staging_drop AS
SELECT * FROM read_parquet(getvariable('staging') || '/*/drop.parquet');
