-- First days of the Hijri months by the Umm al-Qura calendar (van Gent's tables, as in the package hijridate).
CREATE OR REPLACE TEMP VIEW reference_hijri_month AS
SELECT
    hijri_year::SMALLINT AS hijri_year,
    hijri_month::TINYINT AS hijri_month,
    first_date::DATE AS first_date
FROM read_csv(
    getvariable('reference') || '/hijri_month.csv',
    header = true, delim = ',', quote = '"', escape = '"', all_varchar = true
);
