-- fail: article_key, nth identifies a row
SELECT article_key, nth, count(*) AS rows FROM fact_revision GROUP BY article_key, nth HAVING count(*) > 1;

-- fail: both sides of a change are versions
SELECT revision.article_key, revision.nth FROM fact_revision AS revision
ANTI JOIN fact_version AS version ON version.article_key = revision.article_key AND version.seen_at = revision.seen_at
UNION ALL
SELECT revision.article_key, revision.nth FROM fact_revision AS revision
ANTI JOIN fact_version AS version
    ON version.article_key = revision.article_key AND version.seen_at = revision.previous_seen_at;
