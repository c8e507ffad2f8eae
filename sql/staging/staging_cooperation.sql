-- What articles report that states did together.
CREATE OR REPLACE TEMP VIEW staging_cooperation AS
SELECT * FROM read_parquet(getvariable('staging') || '/*/cooperation.parquet');
