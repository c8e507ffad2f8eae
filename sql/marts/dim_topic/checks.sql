-- fail: topic_key identifies a row
SELECT topic_key, count(*) AS rows FROM dim_topic GROUP BY topic_key HAVING count(*) > 1;

-- fail: the top level of the IPTC Media Topics is complete
SELECT count(*) AS topics FROM dim_topic HAVING count(*) <> 17;
