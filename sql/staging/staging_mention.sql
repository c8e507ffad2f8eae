-- Places in those articles that name an entity.
CREATE OR REPLACE TEMP VIEW staging_mention AS
SELECT * FROM read_parquet(getvariable('staging') || '/*/mention.parquet');
