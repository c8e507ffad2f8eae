-- Only a check of health brings findings: it sets health_rows to a query that reads them. The load of a
-- news day sets nothing, and so changes nothing here. What a check looked at again and found well is taken out.
DELETE FROM fact_health
WHERE news_date >= (
        SELECT min(checked_since)
        FROM query(coalesce(getvariable('health_rows'), 'SELECT NULL::DATE AS checked_since WHERE false'))
    )
    AND finding <> 'archive_damaged';

MERGE INTO fact_health AS target
USING (
    SELECT
        md5_number_lower(concat_ws('/', news_date, source_id, finding, about)) AS health_key,
        md5_number_lower(source_id) AS source_key,
        * EXCLUDE (source_id, checked_since)
    FROM query(
        coalesce(
            getvariable('health_rows'),
            'SELECT NULL::DATE AS news_date, NULL::VARCHAR AS source_id, NULL::VARCHAR AS finding, NULL::VARCHAR AS about,
                NULL::DOUBLE AS expected, NULL::DOUBLE AS found, NULL::VARCHAR AS detail, NULL::DATE AS checked_date,
                NULL::DATE AS checked_since WHERE false'
        )
    )
    WHERE finding IS NOT NULL
        AND md5_number_lower(source_id) IN (SELECT source_key FROM dim_source)
) AS staged
ON target.health_key = staged.health_key
WHEN MATCHED THEN UPDATE BY NAME
WHEN NOT MATCHED THEN INSERT BY NAME;
