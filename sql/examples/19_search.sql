-- Which articles speak of security cooperation, in any inflection?
SELECT title, source_id, news_date
FROM search('تعاون أمني', most := 5);
