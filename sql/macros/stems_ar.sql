-- The patterns are those of arabic_patterns.
-- longest_listed(listed, word): length of the longest of the listed beginnings that the word has, or 0.
CREATE OR REPLACE MACRO longest_listed(listed, word) AS coalesce(
    list_max(list_filter(range(1, 16), lambda length: contains(listed, ' ' || word[:length] || ' '))), 0
);

-- has_article(word): whether a word begins with the article.
CREATE OR REPLACE MACRO has_article(word) AS
    word LIKE 'ال__%'
    AND NOT contains(article_none(), ' ' || word || ' ')
    AND NOT regexp_matches(word, article_none_beginning());

-- stems_ar(words): a row for each of a list of folded words, with the stem that etl.text.stems gives it.
-- Rows and not a scalar: a list of words is then read once a query, and stands in the plan once: what is
-- repeated in a plan is what planning costs.
-- Example: FROM stems_ar(['للتعاون', 'وتعاونها', 'الامني']);  -- تعاون, تعاون, امن
CREATE OR REPLACE MACRO stems_ar(words) AS TABLE
WITH RECURSIVE
listed AS MATERIALIZED (
    SELECT
        clitic_own() AS own,
        clitic_free() AS free,
        clitic_none() AS none,
        clitic_short() AS short,
        stem_whole() AS whole,
        stem_feminine() AS feminine,
        stem_long_t() AS long_t
),
given AS MATERIALIZED (
    SELECT DISTINCT word
    FROM (SELECT unnest(words) AS word)
    WHERE word IS NOT NULL
),
-- A word with its first letter and, for the prepositions behind و and ف, without: whether that letter is a
-- clitic. Of the listed beginnings that the letter owns and that leave it free, the longer decides.
begun AS MATERIALIZED (
    SELECT
        word,
        rest,
        CASE WHEN owned + freed = 0 THEN rest[1] IN ('و', 'ب', 'ل') ELSE freed > owned END AS is_clitic,
        regexp_matches(rest, none) AS is_none,
        contains(short, ' ' || rest || ' ') AS is_short
    FROM (
        SELECT word, rest, longest_listed(own, rest) AS owned, longest_listed(free, rest) AS freed, none, short
        FROM (SELECT word, unnest([word, word[2:]]) AS rest FROM given WHERE length(word) BETWEEN 4 AND 24), listed
    )
),
-- Without و or ف as a conjunction.
joined AS (
    SELECT
        word,
        CASE
            WHEN is_none OR NOT regexp_matches(word, '^[وف]..') THEN word
            WHEN CASE
                WHEN length(word) > 4 AND regexp_matches(word, '^.(?:ال|لل|بال|كال)') THEN true
                ELSE is_clitic
            END THEN word[2:]
            ELSE word
        END AS rest
    FROM begun
    WHERE rest = word
),
-- Without the letters that ب ل ك س and the article take.
bare AS (
    SELECT
        word,
        rest[1 + CASE
            WHEN rest[1] = 'ا' THEN CASE WHEN is_article THEN 2 ELSE 0 END
            WHEN is_none OR NOT regexp_matches(rest, '^[بلكس]..') THEN 0
            WHEN rest LIKE 'لل__%' THEN
                CASE WHEN regexp_matches(rest[3:], lam_name()) OR regexp_matches(rest[3:], lam_own()) THEN 1 ELSE 2 END
            WHEN is_article AND rest[1] <> 'س' THEN 3
            WHEN is_short OR (is_clitic AND length(rest) > 3) THEN 1
            ELSE 0
        END:] AS rest
    FROM (
        SELECT *, has_article(CASE WHEN rest[1] = 'ا' THEN rest ELSE rest[2:] END) AS is_article
        FROM joined JOIN begun USING (word, rest)
    )
),
-- Ending by ending, until none is left; `taken` has a letter for each ending before. It begins without the
-- person before a verb in ت or است (يتعاون).
step (word, now, cut, taken) AS (
    SELECT
        word,
        CASE
            WHEN NOT regexp_matches(rest, '^[يتن][تس]') THEN rest
            WHEN regexp_matches(rest, '^.ست...') THEN 'ا' || rest[2:]
            ELSE regexp_replace(rest, stem_person(), '\1')
        END,
        '',
        ''
    FROM bare
    UNION ALL
    SELECT
        word,
        now,
        CASE
            WHEN size < 3 OR (size = 3 AND last <> 'ت') OR NOT contains('اهيتنمو', last) OR is_whole
                OR regexp_matches(now, stem_verbal_noun()) THEN now
            WHEN is_feminine THEN without_feminine || 'ه'
            WHEN last = 'ت' AND (length(taken) = 1 OR taken[-1] IN ('ا', 'ي')) AND (size = 3 OR is_short_feminine OR is_long_t)
            THEN CASE
                WHEN is_short_feminine THEN shorter || 'ه'
                WHEN is_long_t THEN shorter
                WHEN contains(stem_own_t(), ' ' || now || ' ') THEN now
                ELSE shorter || 'ه'
            END
            WHEN size = 4 AND ending = 'ات' AND NOT contains(stem_own_at(), ' ' || now || ' ') THEN now[:-3] || 'ه'
            WHEN size < 4 THEN now
            WHEN ending <> '' AND size > length(ending) + 2 AND (is_short_whole OR NOT regexp_matches(now, stem_accusative()))
            THEN CASE WHEN is_short_whole THEN shorter ELSE now[:size - length(ending)] END
            WHEN last IN ('ا', 'ه', 'ي', 'ت') OR (last = 'و' AND size > 4) THEN shorter
            ELSE now
        END,
        taken
    FROM (
        SELECT
            word,
            now,
            taken,
            length(now) AS size,
            now[-1] AS last,
            shorter,
            ending,
            without_feminine,
            contains(whole, ' ' || now || ' ') AS is_whole,
            contains(whole, ' ' || shorter || ' ') AS is_short_whole,
            contains(feminine, ' ' || shorter || ' ') AS is_short_feminine,
            contains(long_t, ' ' || now || ' ') AS is_long_t,
            without_feminine <> now AND contains(feminine, ' ' || without_feminine || ' ') AS is_feminine
        FROM (
            SELECT
                word,
                now,
                taken,
                now[:-2] AS shorter,
                regexp_extract(now, '(?:هما|كما|ها|نا|وا|ات|ون|ين|ان|هم|كم|تم)$') AS ending,
                regexp_replace(now, '(?:ه|ات)$', '') AS without_feminine
            FROM (
                SELECT
                    word,
                    CASE WHEN cut = '' THEN now ELSE cut END AS now,
                    CASE WHEN cut = '' THEN '' ELSE taken || substr(now, length(cut) + 1, 1) END AS taken
                FROM step
                WHERE now <> cut
            )
        ), listed
    )
)
SELECT word, now AS stem FROM step WHERE now = cut
UNION ALL
SELECT word, word FROM given WHERE length(word) NOT BETWEEN 4 AND 24;
