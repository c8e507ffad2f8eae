-- search(query): the articles that hold every word of a query, in any inflection and spelling, best first.
-- Words in "quotes" must stand in that order side by side. Title words count four times; BM25 with
-- k1 = 1.2 and b = 0.75. Function words count only in quotes, or where the query has no other word.
-- Parameters: date_from, date_to (news dates, both inclusive), source (its id), country (that the article
-- names: ISO code, Arabic or English name), most (rows; 20), hit_start and hit_end (around each hit).
-- Example: FROM search('تعاون أمني المغرب', date_from := DATE '2026-03-01', source := 'hespress', most := 10);
-- Of a file attached under another name: USE name; first, for a macro reads the tables of the current one.
CREATE OR REPLACE MACRO search(
    query,
    date_from := NULL,
    date_to := NULL,
    source := NULL,
    country := NULL,
    most := 20,
    hit_start := '[',
    hit_end := ']'
) AS TABLE
WITH
asked AS MATERIALIZED (
    SELECT string_split(fold_ar(left(coalesce(query::VARCHAR, ''), 1000)), '"') AS pieces
),
-- search_text holds the macros of this one alone. What stands between a pair of quotes is a phrase; after a last odd one it is words as others.
piece AS (
    SELECT
        nth AS phrase,
        nth % 2 = 0 AND nth < len(pieces) AS is_phrase,
        list_slice(regexp_extract_all(pieces[nth], '[\p{L}\p{N}_]+'), 1, 32) AS words
    FROM asked, unnest(range(1, len(pieces) + 1)) AS each (nth)
),
word AS MATERIALIZED (
    SELECT phrase, is_phrase, unnest(words) AS word, generate_subscripts(words, 1) AS place
    FROM piece
),
counted AS (
    SELECT
        phrase,
        place,
        word,
        is_phrase AND count(*) OVER (PARTITION BY phrase) > 1 AS is_phrase,
        list_contains(search_function_words(), word) AND NOT is_phrase AS is_function_word
    FROM word
),
chosen AS MATERIALIZED (
    SELECT counted.*, stemmed.stem, md5_number_lower(stemmed.stem) AS stem_key
    FROM counted
    JOIN stems_ar((SELECT list(DISTINCT word) FROM word)) AS stemmed USING (word)
    QUALIFY NOT is_function_word OR bool_and(is_function_word) OVER ()
),
term AS MATERIALIZED (
    SELECT stem_key, row_number() OVER (ORDER BY stem_key) AS nth FROM chosen GROUP BY stem_key
),
-- A scan for each word: the filter that a join hands down to a scan is a range, exact for one key alone.
posting AS MATERIALIZED (
    SELECT stem_key, collected_date, articles, title_counts, body_counts
    FROM search_posting JOIN (SELECT stem_key FROM term WHERE nth = 1) AS one USING (stem_key)
    UNION ALL
    SELECT stem_key, collected_date, articles, title_counts, body_counts
    FROM search_posting JOIN (SELECT stem_key FROM term WHERE nth = 2) AS one USING (stem_key)
    UNION ALL
    SELECT stem_key, collected_date, articles, title_counts, body_counts
    FROM search_posting JOIN (SELECT stem_key FROM term WHERE nth = 3) AS one USING (stem_key)
    UNION ALL
    SELECT stem_key, collected_date, articles, title_counts, body_counts
    FROM search_posting JOIN (SELECT stem_key FROM term WHERE nth = 4) AS one USING (stem_key)
    UNION ALL
    SELECT stem_key, collected_date, articles, title_counts, body_counts
    FROM search_posting JOIN (SELECT stem_key FROM term WHERE nth = 5) AS one USING (stem_key)
    UNION ALL
    SELECT stem_key, collected_date, articles, title_counts, body_counts
    FROM search_posting JOIN (SELECT stem_key FROM term WHERE nth > 5) AS one USING (stem_key)
),
held AS MATERIALIZED (
    SELECT stem_key, sum(len(articles)) AS article_count FROM posting GROUP BY stem_key
),
hit AS (
    SELECT
        stem_key,
        search_place(collected_date, unnest(articles)) AS place,
        unnest(title_counts) AS title_count,
        unnest(body_counts) AS body_count
    FROM posting
),
-- The rarest word leaves the fewest articles to look the others up in.
rare AS MATERIALIZED (
    SELECT place FROM hit WHERE stem_key = (SELECT stem_key FROM held ORDER BY article_count, stem_key LIMIT 1)
),
whole AS MATERIALIZED (
    SELECT place
    FROM hit
    WHERE place IN (SELECT place FROM rare)
    GROUP BY place
    HAVING count(*) = (SELECT count(*) FROM term)
),
side_by_side AS MATERIALIZED (
    SELECT phrase, place
    FROM (
        SELECT
            chosen.phrase,
            chosen.place AS nth,
            search_place(
                posting.collected_date,
                unnest(flatten(list_transform(
                    list_zip(posting.articles, posting.title_counts, posting.body_counts),
                    lambda each: list_resize([each[1]], each[2]::INTEGER + each[3]::INTEGER, each[1])
                )))
            ) AS place,
            unnest(posting.positions)::INTEGER - chosen.place AS begins
        FROM (SELECT DISTINCT phrase, place, stem_key FROM chosen WHERE is_phrase) AS chosen
        JOIN search_posting AS posting USING (stem_key)
    )
    WHERE place IN (SELECT place FROM whole)
    GROUP BY phrase, place, begins
    HAVING count(DISTINCT nth) = (
        SELECT max(length) FROM (
            SELECT phrase AS of, count(*) AS length FROM chosen WHERE is_phrase GROUP BY phrase
        ) WHERE of = phrase
    )
),
wanted AS MATERIALIZED (
    SELECT search_place(article.collected_date, article.article_no) AS place, article.*
    FROM search_article AS article
    WHERE search_place(article.collected_date, article.article_no) IN (SELECT place FROM whole)
        AND (date_from IS NULL OR article.news_date >= date_from::DATE)
        AND (date_to IS NULL OR article.news_date <= date_to::DATE)
        AND (
            source IS NULL
            OR article.source_key IN (SELECT source_key FROM dim_source WHERE source_id = source::VARCHAR)
        )
        AND (
            country IS NULL
            OR article.article_key IN (
                SELECT bridge.article_key
                FROM bridge_article_country AS bridge
                JOIN dim_country AS named USING (country_key)
                WHERE named.country_code = upper(country::VARCHAR)
                    OR named.name_ar = country::VARCHAR
                    OR lower(named.name_en) = lower(country::VARCHAR)
            )
        )
),
archive AS MATERIALIZED (
    SELECT count(*) AS article_count, avg(word_count) AS word_count FROM search_article
),
best AS MATERIALIZED (
    SELECT
        wanted.article_key,
        wanted.news_date,
        wanted.source_key,
        sum(
            ln(1 + (archive.article_count - least(held.article_count, archive.article_count) + 0.5)
                / (held.article_count + 0.5))
            * 2.2 * (hit.body_count + 4 * hit.title_count)
            / (hit.body_count + 4 * hit.title_count + 0.3 + 0.9 * wanted.word_count / archive.word_count)
        ) AS score
    FROM hit
    JOIN wanted USING (place)
    JOIN held USING (stem_key)
    CROSS JOIN archive
    WHERE NOT EXISTS (
        SELECT 1
        FROM (SELECT DISTINCT phrase FROM chosen WHERE is_phrase) AS needed
        WHERE (needed.phrase, wanted.place) NOT IN (SELECT (phrase, place) FROM side_by_side)
    )
    GROUP BY wanted.article_key, wanted.news_date, wanted.source_key
    ORDER BY score DESC, news_date DESC, article_key
    LIMIT most
),
-- By its place in the file: a join by key would read every body.
standing AS MATERIALIZED (
    SELECT best.*, fact_article.rowid AS row_place FROM best JOIN fact_article USING (article_key)
),
shown AS MATERIALIZED (
    SELECT
        standing.score,
        standing.news_date,
        standing.source_key,
        standing.article_key,
        article.article_id,
        article.url,
        article.title,
        search_pieces(replace(article.body, chr(10), ' ')) AS pieces
    FROM (SELECT rowid AS row_place, * FROM fact_article WHERE rowid IN (SELECT row_place FROM standing)) AS article
    JOIN standing USING (row_place)
),
token AS MATERIALIZED (
    SELECT
        shown.article_key,
        generate_subscripts(shown.pieces, 1) AS nth,
        unnest(string_split(fold_letters(array_to_string(shown.pieces, chr(10))), chr(10))) AS letters
    FROM shown
),
spelt AS MATERIALIZED (
    SELECT article_key, nth, fold_spellings(letters) AS folded FROM token WHERE letters <> ' '
),
marked AS (
    SELECT spelt.article_key, list(DISTINCT spelt.nth ORDER BY spelt.nth) AS places
    FROM spelt
    JOIN (SELECT DISTINCT search_core(stem) AS core FROM chosen) AS sought
        ON search_is_form(spelt.folded, sought.core)
    GROUP BY spelt.article_key
)
SELECT
    row_number() OVER (ORDER BY shown.score DESC, shown.news_date DESC, shown.article_key) AS rank,
    round(shown.score, 3) AS score,
    shown.news_date,
    dim_source.source_id,
    shown.title,
    search_snippet(shown.pieces, coalesce(marked.places, []), hit_start::VARCHAR, hit_end::VARCHAR) AS snippet,
    shown.url,
    shown.article_id,
    shown.article_key
FROM shown
LEFT JOIN marked USING (article_key)
LEFT JOIN dim_source USING (source_key)
ORDER BY rank;
