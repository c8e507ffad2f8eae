-- Articles of one news day, one row an article and version.
CREATE OR REPLACE TEMP VIEW staging_article AS
SELECT * FROM read_parquet(getvariable('staging') || '/*/article.parquet');
