MERGE INTO dim_topic AS target
USING (
    SELECT
        md5_number_lower(topic_code) AS topic_key,
        *
    FROM reference_topic
) AS staged
ON target.topic_key = staged.topic_key
WHEN MATCHED THEN UPDATE BY NAME
WHEN NOT MATCHED THEN INSERT BY NAME
WHEN NOT MATCHED BY SOURCE THEN DELETE;
