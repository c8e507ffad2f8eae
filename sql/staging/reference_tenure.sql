-- Who held which office: valid_from is the first day that the stated date can mean, valid_to the day after
-- the last one where only a month or a year is stated, and the stated day itself where it is.
CREATE OR REPLACE TEMP VIEW reference_tenure AS
SELECT
    official_id,
    office_id,
    CASE length(from_date)
        WHEN 4 THEN (from_date || '-01-01')::DATE
        WHEN 7 THEN (from_date || '-01')::DATE
        ELSE from_date::DATE
    END AS valid_from,
    CASE length(to_date)
        WHEN 4 THEN ((to_date || '-01-01')::DATE + INTERVAL 1 YEAR)::DATE
        WHEN 7 THEN ((to_date || '-01')::DATE + INTERVAL 1 MONTH)::DATE
        ELSE to_date::DATE
    END AS valid_to,
    from_date AS stated_from,
    to_date AS stated_to,
    is_current::BOOLEAN AS is_current,
    is_acting::BOOLEAN AS is_acting,
    evidence
FROM read_csv(
    getvariable('reference') || '/tenure.csv',
    header = true, delim = ',', quote = '"', escape = '"', all_varchar = true
);
