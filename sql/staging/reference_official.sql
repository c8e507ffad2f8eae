-- People who hold or held public office.
CREATE OR REPLACE TEMP VIEW reference_official AS
SELECT
    official_id,
    name_ar,
    name_en,
    country_code,
    wikidata_id,
    note
FROM read_csv(
    getvariable('reference') || '/official.csv',
    header = true, delim = ',', quote = '"', escape = '"', all_varchar = true
);
