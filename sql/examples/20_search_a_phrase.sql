-- Which articles hold the very words «أمن الحدود»?
SELECT title, snippet
FROM search('"أمن الحدود"', most := 5);
