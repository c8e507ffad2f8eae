-- Topics of articles, with their scores.
CREATE OR REPLACE TEMP VIEW staging_topic AS
SELECT * FROM read_parquet(getvariable('staging') || '/*/topic.parquet');
