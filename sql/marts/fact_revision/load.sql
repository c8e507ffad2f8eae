-- found_revision is handed over by etl/io/revisions.py, which reads fact_version.
DELETE FROM fact_revision
WHERE article_key NOT IN (SELECT article_key FROM fact_version)
    OR article_key IN (SELECT md5_number_lower(article_id) FROM staging_version)
    OR article_key IN (SELECT article_key FROM changed_article);

INSERT INTO fact_revision BY NAME SELECT * FROM found_revision;
