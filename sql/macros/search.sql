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
-- What stands between a pair of quotes is a phrase; after a last odd one it is words as others.
piece AS (
    SELECT
        generate_subscripts(pieces, 1) AS phrase,
        len(pieces) AS last,
        list_slice(regexp_extract_all(unnest(pieces), '[\p{L}\p{N}_]+'), 1, 32) AS words
    FROM asked
),
word AS MATERIALIZED (
    SELECT
        phrase,
        place,
        word,
        is_quoted AND length > 1 AS is_phrase,
        NOT is_quoted AND list_contains(search_function_words(), word) AS is_function_word
    FROM (
        SELECT
            phrase,
            unnest(words) AS word,
            generate_subscripts(words, 1) AS place,
            len(words) AS length,
            phrase % 2 = 0 AND phrase < last AS is_quoted
        FROM piece
    )
),
chosen AS MATERIALIZED (
    SELECT word.phrase, word.place, word.is_phrase, stemmed.stem, md5_number_lower(stemmed.stem) AS stem_key
    FROM word
    JOIN stems_ar((SELECT list(DISTINCT word) FROM word)) AS stemmed USING (word)
    WHERE NOT word.is_function_word OR (SELECT bool_and(is_function_word) FROM word)
),
term AS MATERIALIZED (
    SELECT unnest(stem_keys) AS stem_key, generate_subscripts(stem_keys, 1) AS nth
    FROM (SELECT list(DISTINCT stem_key ORDER BY stem_key) AS stem_keys FROM chosen)
),
-- A scan for each word: the filter that a join hands down to a scan is a range, exact for one key alone.
posting AS MATERIALIZED (
    SELECT search_posting.stem_key, search_place(collected_date, 0) AS day_place, articles, title_counts, body_counts, first_parts
    FROM search_posting JOIN (SELECT stem_key FROM term WHERE nth = 1) AS one USING (stem_key)
    UNION ALL
    SELECT search_posting.stem_key, search_place(collected_date, 0) AS day_place, articles, title_counts, body_counts, first_parts
    FROM search_posting JOIN (SELECT stem_key FROM term WHERE nth = 2) AS one USING (stem_key)
    UNION ALL
    SELECT search_posting.stem_key, search_place(collected_date, 0) AS day_place, articles, title_counts, body_counts, first_parts
    FROM search_posting JOIN (SELECT stem_key FROM term WHERE nth = 3) AS one USING (stem_key)
    UNION ALL
    SELECT search_posting.stem_key, search_place(collected_date, 0) AS day_place, articles, title_counts, body_counts, first_parts
    FROM search_posting JOIN (SELECT stem_key FROM term WHERE nth > 3) AS one USING (stem_key)
),
held AS MATERIALIZED (
    SELECT stem_key, sum(len(articles)) AS article_count FROM posting GROUP BY stem_key
),
hit AS (
    SELECT
        stem_key,
        day_place + unnest(articles) AS place,
        unnest(title_counts) AS title_count,
        unnest(body_counts) AS body_count,
        unnest(first_parts) AS first_part
    FROM posting
),
-- The rarest word leaves the fewest articles to look the others up in.
found AS MATERIALIZED (
    SELECT *
    FROM hit
    WHERE place IN (
        SELECT day_place + unnest(articles)
        FROM posting
        WHERE stem_key = (SELECT stem_key FROM held ORDER BY article_count, stem_key LIMIT 1)
    )
),
whole AS MATERIALIZED (
    SELECT place, min(first_part) AS first_part
    FROM found
    GROUP BY place
    HAVING count(*) = (SELECT count(*) FROM term)
),
phrase AS MATERIALIZED (
    SELECT phrase, count(*) AS length FROM chosen WHERE is_phrase GROUP BY phrase
),
phrase_term AS MATERIALIZED (
    SELECT unnest(stem_keys) AS stem_key, generate_subscripts(stem_keys, 1) AS nth
    FROM (SELECT list(DISTINCT stem_key ORDER BY stem_key) AS stem_keys FROM chosen WHERE is_phrase)
),
side_by_side AS (
    SELECT phrase, place
    FROM (
        SELECT chosen.phrase, held_at.place, unnest(held_at.positions)::INTEGER - chosen.place AS begins
        FROM (
            SELECT search_posting.stem_key, search_place(collected_date, 0) + unnest(articles) AS place, unnest(positions) AS positions
            FROM search_posting JOIN (SELECT stem_key FROM phrase_term WHERE nth = 1) AS one USING (stem_key)
            UNION ALL
            SELECT search_posting.stem_key, search_place(collected_date, 0) + unnest(articles) AS place, unnest(positions) AS positions
            FROM search_posting JOIN (SELECT stem_key FROM phrase_term WHERE nth = 2) AS one USING (stem_key)
            UNION ALL
            SELECT search_posting.stem_key, search_place(collected_date, 0) + unnest(articles) AS place, unnest(positions) AS positions
            FROM search_posting JOIN (SELECT stem_key FROM phrase_term WHERE nth > 2) AS one USING (stem_key)
        ) AS held_at
        SEMI JOIN whole USING (place)
        JOIN (SELECT DISTINCT phrase, place, stem_key FROM chosen WHERE is_phrase) AS chosen USING (stem_key)
    )
    JOIN phrase USING (phrase)
    GROUP BY phrase, place, begins, length
    HAVING count(*) = length
),
wanted AS MATERIALIZED (
    SELECT article.*, whole.first_part
    FROM search_article AS article
    JOIN whole USING (place)
    WHERE (date_from IS NULL OR article.news_date >= date_from::DATE)
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
        AND (
            NOT EXISTS (FROM phrase)
            OR place IN (
                SELECT place FROM side_by_side GROUP BY place
                HAVING count(DISTINCT phrase) = (SELECT count(*) FROM phrase)
            )
        )
),
best AS MATERIALIZED (
    SELECT row_number() OVER () AS rank, *
    FROM (
        SELECT
            place,
            any_value(wanted.article_key) AS article_key,
            any_value(wanted.news_date) AS news_date,
            any_value(wanted.source_key) AS source_key,
            any_value(wanted.first_part % 255) AS first_part,
            sum(
                ln(1 + (archive.article_count - least(held.article_count, archive.article_count) + 0.5)
                    / (held.article_count + 0.5))
                * 2.2 * (found.body_count + 4 * found.title_count)
                / (found.body_count + 4 * found.title_count + 0.3 + 0.9 * wanted.word_count / archive.word_count)
            ) AS score
        FROM found
        JOIN wanted USING (place)
        JOIN held USING (stem_key)
        CROSS JOIN (SELECT count(*) AS article_count, avg(word_count) AS word_count FROM search_article) AS archive
        GROUP BY place
        ORDER BY round(score, 9) DESC, news_date DESC, article_key
        LIMIT most
    )
),
-- By their rows in the file: a join by anything else would read every text.
part_row AS MATERIALIZED (
    SELECT best.place, text.rowid AS row_place, text.part > best.first_part + 1 AS is_behind
    FROM best JOIN search_text AS text ON text.place = best.place AND text.part >= best.first_part
),
told AS MATERIALIZED (
    SELECT place, search_pieces(string_agg(text, '' ORDER BY part)) AS pieces
    FROM (SELECT rowid AS row_place, * FROM search_text)
    WHERE row_place IN (SELECT row_place FROM part_row WHERE NOT is_behind)
    GROUP BY place
),
folded AS MATERIALIZED (
    SELECT
        place,
        pieces,
        place IN (SELECT place FROM part_row WHERE is_behind) AS is_cut_behind,
        string_split(fold_letters(array_to_string(pieces, chr(10))), chr(10)) AS letters
    FROM told
),
marked AS (
    SELECT place, list(DISTINCT nth ORDER BY nth) AS marks
    FROM (
        SELECT place, nth, CASE WHEN regexp_matches(letters, spelling_any()) THEN fold_word(letters) ELSE letters END AS word
        FROM (SELECT place, unnest(letters) AS letters, generate_subscripts(letters, 1) AS nth FROM folded)
    ) AS token
    JOIN (SELECT DISTINCT search_core(stem) AS core FROM chosen) AS sought ON search_is_form(token.word, sought.core)
    GROUP BY place
),
standing AS MATERIALIZED (
    SELECT rowid AS row_place FROM fact_article WHERE article_key IN (SELECT article_key FROM best)
),
shown AS MATERIALIZED (
    SELECT article_key, article_id, title, url
    FROM (SELECT rowid AS row_place, * FROM fact_article)
    WHERE row_place IN (SELECT row_place FROM standing)
)
SELECT
    best.rank,
    round(best.score, 3) AS score,
    best.news_date,
    dim_source.source_id,
    shown.title,
    search_snippet(
        folded.pieces,
        coalesce(marked.marks, []),
        best.first_part > 0,
        folded.is_cut_behind,
        hit_start::VARCHAR,
        hit_end::VARCHAR
    ) AS snippet,
    shown.url,
    shown.article_id,
    shown.article_key
FROM best
JOIN shown USING (article_key)
LEFT JOIN folded USING (place)
LEFT JOIN marked USING (place)
LEFT JOIN dim_source ON dim_source.source_key = best.source_key
ORDER BY best.rank;
