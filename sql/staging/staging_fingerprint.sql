-- Keys by which those articles are compared.
CREATE OR REPLACE TEMP VIEW staging_fingerprint AS
SELECT * FROM read_parquet(getvariable('staging') || '/*/fingerprint.parquet');
