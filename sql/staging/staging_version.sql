-- Every fetch of an article on that day, those that a later one replaced among them, and deletions.
CREATE OR REPLACE TEMP VIEW staging_version AS
SELECT * FROM read_parquet(getvariable('staging') || '/*/version.parquet');
