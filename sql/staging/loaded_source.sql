-- Sources that this load brings in for the news day.
CREATE OR REPLACE TEMP VIEW loaded_source AS
SELECT DISTINCT md5_number_lower(source_id) AS source_key FROM staging_outcome;
