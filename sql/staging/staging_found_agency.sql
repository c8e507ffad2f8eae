-- Bodies that articles name and no list holds.
CREATE OR REPLACE TEMP VIEW staging_found_agency AS
SELECT * FROM read_parquet(getvariable('staging') || '/*/found_agency.parquet');
