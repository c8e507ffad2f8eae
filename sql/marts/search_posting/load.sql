-- A day's postings are written whole; those of texts that are not staged any more go in again.
CREATE OR REPLACE TEMP TABLE kept_posting AS
SELECT place.article_no, kept.stem_key, kept.title_count, kept.body_count, kept.positions
FROM (
    SELECT
        stem_key,
        unnest(articles) AS old_no,
        unnest(title_counts) AS title_count,
        unnest(body_counts) AS body_count,
        unnest(positions) AS positions
    FROM search_posting
    WHERE collected_date = getvariable('news_date')::DATE
        AND EXISTS (FROM kept_place)
) AS kept
JOIN kept_place USING (old_no)
JOIN search_article AS place
    ON place.article_key = kept_place.article_key AND place.collected_date = getvariable('news_date')::DATE;

DELETE FROM search_posting WHERE collected_date = getvariable('news_date')::DATE;

INSERT INTO search_posting BY NAME
SELECT
    stem_key,
    getvariable('news_date')::DATE AS collected_date,
    list_transform(texts, lambda each: each['article_no']) AS articles,
    list_transform(texts, lambda each: each['title_count']) AS title_counts,
    list_transform(texts, lambda each: each['body_count']) AS body_counts,
    -- A snippet shows eight words before the first hit: the part of 40 words in which they begin.
    list_transform(
        texts,
        lambda each: least(
            greatest(coalesce(each['positions'][each['title_count']::INTEGER + 1]::INTEGER, 65535) - 264, 0) // 40, 255
        )::UTINYINT
    ) AS first_parts,
    list_transform(texts, lambda each: each['positions']) AS positions
FROM (
    SELECT
        stem_key,
        list_sort(list({
            'article_no': article_no,
            'title_count': title_count,
            'body_count': body_count,
            'positions': positions
        })) AS texts
    FROM (FROM staging_posting UNION ALL BY NAME FROM kept_posting)
    GROUP BY stem_key
)
ORDER BY stem_key;

-- Search reads the rows of a stem, which lie a day apart. Once the days that lie one behind another have a
-- million rows they are laid together by stem: the same rows, at a twentieth of the reading, and each is
-- moved once in its life, so that a night costs a night.
CREATE OR REPLACE TEMP TABLE loose_day AS
SELECT collected_date
FROM (
    SELECT collected_date, count(*) AS rows, max(rowid) - min(rowid) + 1 AS span
    FROM search_posting
    GROUP BY collected_date
)
WHERE span = rows
QUALIFY sum(rows) OVER () >= 1_000_000 AND count(*) OVER () > 1;

CREATE OR REPLACE TEMP TABLE loose_posting AS
FROM search_posting
WHERE collected_date IN (FROM loose_day);

DELETE FROM search_posting WHERE collected_date IN (FROM loose_day);

INSERT INTO search_posting
FROM loose_posting
ORDER BY stem_key, collected_date;

DROP TABLE loose_posting;
