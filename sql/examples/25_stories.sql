-- Which stories do most sources tell, and how many articles about them are copies?
SELECT title, news_date, source_count, article_count, report_count, copy_count
FROM dim_story
ORDER BY source_count DESC, article_count DESC, title
LIMIT 5;
