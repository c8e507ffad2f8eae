-- People as each article alone names them.
CREATE OR REPLACE TEMP VIEW staging_naming AS
SELECT * FROM read_parquet(getvariable('staging') || '/*/naming.parquet');
