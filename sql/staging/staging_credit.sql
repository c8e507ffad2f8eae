-- Whom those articles credit for their text.
CREATE OR REPLACE TEMP VIEW staging_credit AS
SELECT * FROM read_parquet(getvariable('staging') || '/*/credit.parquet');
