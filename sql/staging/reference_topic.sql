-- Top level of the IPTC Media Topics.
CREATE OR REPLACE TEMP VIEW reference_topic AS
SELECT
    topic_code,
    name_ar,
    name_en,
    iptc_uri
FROM read_csv(
    getvariable('reference') || '/topic.csv',
    header = true, delim = ',', quote = '"', escape = '"', all_varchar = true
);
