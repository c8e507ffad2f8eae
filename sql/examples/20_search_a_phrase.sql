-- Which articles hold the very words «تبادل المعلومات»?
SELECT title, snippet
FROM search('"تبادل المعلومات"', most := 5);
