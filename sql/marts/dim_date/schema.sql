CREATE TABLE IF NOT EXISTS dim_date (
    date_key INTEGER NOT NULL,
    date DATE NOT NULL,
    year SMALLINT NOT NULL,
    quarter TINYINT NOT NULL,
    month TINYINT NOT NULL,
    month_name_ar VARCHAR NOT NULL,
    month_name_levant_ar VARCHAR NOT NULL,
    day TINYINT NOT NULL,
    iso_week TINYINT NOT NULL,
    weekday TINYINT NOT NULL,
    weekday_ar VARCHAR NOT NULL,
    hijri_year SMALLINT NOT NULL,
    hijri_month TINYINT NOT NULL,
    hijri_month_ar VARCHAR NOT NULL,
    hijri_day TINYINT NOT NULL
);

COMMENT ON TABLE dim_date IS 'One row per day, 1990 to 2076, with its Hijri date.';
COMMENT ON COLUMN dim_date.date_key IS 'The day as a number: 20260314.';
COMMENT ON COLUMN dim_date.date IS 'The day; joins news_date.';
COMMENT ON COLUMN dim_date.year IS 'Year.';
COMMENT ON COLUMN dim_date.quarter IS 'Quarter, 1 to 4.';
COMMENT ON COLUMN dim_date.month IS 'Month, 1 to 12.';
COMMENT ON COLUMN dim_date.month_name_ar IS 'Name of the month in Arabic as most of the press writes it: مارس.';
COMMENT ON COLUMN dim_date.month_name_levant_ar IS 'Name of the month as the Levant and Iraq write it: آذار.';
COMMENT ON COLUMN dim_date.day IS 'Day of the month.';
COMMENT ON COLUMN dim_date.iso_week IS 'Week of the year by ISO 8601.';
COMMENT ON COLUMN dim_date.weekday IS 'Day of the week by ISO 8601: Monday is 1.';
COMMENT ON COLUMN dim_date.weekday_ar IS 'Name of the weekday in Arabic.';
COMMENT ON COLUMN dim_date.hijri_year IS 'Hijri year, Umm al-Qura calendar.';
COMMENT ON COLUMN dim_date.hijri_month IS 'Hijri month, 1 to 12.';
COMMENT ON COLUMN dim_date.hijri_month_ar IS 'Name of the Hijri month.';
COMMENT ON COLUMN dim_date.hijri_day IS 'Day of the Hijri month.';
