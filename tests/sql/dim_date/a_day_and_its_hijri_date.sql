-- given
SELECT 1;
-- query
SELECT date_key, month_name_ar, month_name_levant_ar, weekday_ar, hijri_day, hijri_month_ar, hijri_year
FROM dim_date WHERE date IN ('2026-02-18', '2024-07-07') ORDER BY date_key
-- expect
20240707,يوليو,تموز,الأحد,1,محرم,1446
20260218,فبراير,شباط,الأربعاء,1,رمضان,1447
