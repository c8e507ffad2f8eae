-- Who was Secretary-General of the United Nations on the first of June 2022?
SELECT title_ar, official_ar, official, valid_from, valid_to, basis
FROM who('un-secretariat', DATE '2022-06-01')
WHERE title_ar LIKE 'الأمين العام%';
