MERGE INTO dim_date AS target
USING (
    SELECT
        strftime(day, '%Y%m%d')::INTEGER AS date_key,
        day AS date,
        year(day)::SMALLINT AS year,
        quarter(day)::TINYINT AS quarter,
        month(day)::TINYINT AS month,
        [
            'يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيو', 'يوليو', 'أغسطس', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر'
        ][month(day)] AS month_name_ar,
        [
            'كانون الثاني', 'شباط', 'آذار', 'نيسان', 'أيار', 'حزيران', 'تموز', 'آب', 'أيلول', 'تشرين الأول', 'تشرين الثاني',
            'كانون الأول'
        ][month(day)] AS month_name_levant_ar,
        day(day)::TINYINT AS day,
        week(day)::TINYINT AS iso_week,
        isodow(day)::TINYINT AS weekday,
        ['الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد'][isodow(day)] AS weekday_ar,
        hijri_year,
        hijri_month,
        [
            'محرم', 'صفر', 'ربيع الأول', 'ربيع الآخر', 'جمادى الأولى', 'جمادى الآخرة', 'رجب', 'شعبان', 'رمضان', 'شوال',
            'ذو القعدة', 'ذو الحجة'
        ][hijri_month] AS hijri_month_ar,
        (day - first_date + 1)::TINYINT AS hijri_day
    FROM (
        SELECT month.*, unnest(generate_series(begins, ends, INTERVAL 1 DAY))::DATE AS day
        FROM (
            SELECT
                *,
                greatest(first_date, DATE '1990-01-01') AS begins,
                least(lead(first_date, 1, DATE '2077-01-01') OVER (ORDER BY first_date), DATE '2077-01-01') - 1 AS ends
            FROM reference_hijri_month
        ) AS month
        WHERE begins <= ends AND NOT EXISTS (FROM dim_date)
    )
) AS staged
ON target.date_key = staged.date_key
WHEN NOT MATCHED THEN INSERT BY NAME;
