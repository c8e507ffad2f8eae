-- The patterns are those of arabic_patterns.
-- begins_with_clitic(word, own, free): whether the first letter is a clitic; of the listed beginnings that the
-- letter owns and that leave it free, the longer decides.
CREATE OR REPLACE MACRO begins_with_clitic(word, own, free) AS
    CASE WHEN own + free = 0 THEN word[1] IN ('و', 'ب', 'ل') ELSE free > own END;

-- has_article(word): whether a word begins with the article.
CREATE OR REPLACE MACRO has_article(word) AS
    word LIKE 'ال__%'
    AND NOT contains(article_none(), (' ' || word || ' ')::VARCHAR)
    AND NOT regexp_matches(word, article_none_beginning());

-- has_conjunction(word, is_clitic): whether a word begins with و or ف as a conjunction.
CREATE OR REPLACE MACRO has_conjunction(word, is_clitic) AS
    regexp_matches(word, '^[وف]..')
    AND NOT regexp_matches(word, clitic_none())
    AND CASE
        WHEN length(word) > 4 AND regexp_matches(word, '^.(?:ال|لل|بال|كال)') THEN true
        WHEN length(word) = 3 THEN contains(clitic_short(), (' ' || word || ' ')::VARCHAR)
        ELSE is_clitic
    END;

-- preposition_length(word, is_clitic): how many letters ب ل ك س and the article take at the beginning of a word.
CREATE OR REPLACE MACRO preposition_length(word, is_clitic) AS CASE
    WHEN word[1] = 'ا' THEN CASE WHEN has_article(word) THEN 2 ELSE 0 END
    WHEN NOT regexp_matches(word, '^[بلكس]..') OR regexp_matches(word, clitic_none()) THEN 0
    WHEN word LIKE 'لل__%' THEN
        CASE WHEN regexp_matches(word[3:], lam_name()) OR regexp_matches(word[3:], lam_own()) THEN 1 ELSE 2 END
    WHEN word[1] <> 'س' AND has_article(word[2:]) THEN 3
    WHEN contains(clitic_short(), (' ' || word || ' ')::VARCHAR) THEN 1
    WHEN length(word) > 3 AND is_clitic THEN 1
    ELSE 0
END;

-- without_person(word): a verb in ت or است without the person before it (يتعاون).
CREATE OR REPLACE MACRO without_person(word) AS CASE
    WHEN NOT regexp_matches(word, '^[يتن][تس]') THEN word
    WHEN regexp_matches(word, '^.ست...') THEN 'ا' || word[2:]
    ELSE regexp_replace(word, stem_person(), '\1')
END;

-- shorter(word, taken): a word without its last ending; `taken` has a letter for each ending before.
CREATE OR REPLACE MACRO shorter(word, taken) AS CASE
    WHEN length(word) < 3 OR NOT regexp_matches(word, '[اهيتنمو]$')
        OR (length(word) = 3 AND word[-1] <> 'ت')
        OR contains(stem_whole(), (' ' || word || ' ')::VARCHAR)
        OR regexp_matches(word, stem_verbal_noun()) THEN word
    WHEN regexp_matches(word, '.(?:ه|ات)$') AND contains(stem_feminine(), (' ' || regexp_replace(word, '(?:ه|ات)$', '') || ' ')::VARCHAR)
        THEN regexp_replace(word, '(?:ه|ات)$', 'ه')
    WHEN word[-1] = 'ت' AND (length(taken) = 1 OR taken[-1] IN ('ا', 'ي')) AND (
        length(word) = 3
        OR contains(stem_feminine(), (' ' || word[:-2] || ' ')::VARCHAR)
        OR contains(stem_long_t(), (' ' || word || ' ')::VARCHAR)
    ) THEN CASE
        WHEN contains(stem_feminine(), (' ' || word[:-2] || ' ')::VARCHAR) THEN word[:-2] || 'ه'
        WHEN contains(stem_long_t(), (' ' || word || ' ')::VARCHAR) THEN word[:-2]
        WHEN contains(stem_own_t(), (' ' || word || ' ')::VARCHAR) THEN word
        ELSE word[:-2] || 'ه'
    END
    WHEN length(word) = 4 AND word LIKE '%ات' AND NOT contains(stem_own_at(), (' ' || word || ' ')::VARCHAR) THEN word[:-3] || 'ه'
    WHEN length(word) < 4 THEN word
    ELSE coalesce(
        CASE WHEN regexp_matches(word, '(?:هما|كما|ها|نا|وا|ات|ون|ين|ان|هم|كم|تم)$')
            AND length(word) > length(regexp_extract(word, '(?:هما|كما|ها|نا|وا|ات|ون|ين|ان|هم|كم|تم)$')) + 2
        THEN CASE
            WHEN contains(stem_whole(), (' ' || word[:-2] || ' ')::VARCHAR) THEN word[:-2]
            WHEN regexp_matches(word, stem_accusative()) THEN NULL
            ELSE regexp_replace(word, '(?:هما|كما|ها|نا|وا|ات|ون|ين|ان|هم|كم|تم)$', '')
        END END,
        CASE WHEN word[-1] IN ('ا', 'ه', 'ي', 'ت') OR (word[-1] = 'و' AND length(word) > 4)
        THEN word[:-2] ELSE word END
    )
END;

-- stems_ar(words): a row for each of a list of folded words, with the stem that etl.text.stems gives it.
-- Rows and not a scalar: a pattern is then read once a query, not once a word.
-- Example: FROM stems_ar(['للتعاون', 'وتعاونها', 'الامني']);  -- تعاون, تعاون, امن
CREATE OR REPLACE MACRO stems_ar(words) AS TABLE
WITH RECURSIVE
given AS MATERIALIZED (
    SELECT DISTINCT word
    FROM (SELECT unnest(words) AS word)
    WHERE word IS NOT NULL
),
begun AS MATERIALIZED (
    -- With its first letter and, for the prepositions behind و and ف, without.
    SELECT
        word,
        rest,
        begins_with_clitic(rest, clitic_own(rest), clitic_free(rest))
            AS is_clitic
    FROM (
        SELECT word, unnest([word, word[2:]]) AS rest FROM given WHERE length(word) BETWEEN 4 AND 24
    )
),
joined AS (
    SELECT word, CASE WHEN has_conjunction(word, is_clitic) THEN word[2:] ELSE word END AS rest
    FROM begun
    WHERE rest = word
),
bare AS (
    SELECT word, rest[preposition_length(rest, is_clitic) + 1:] AS rest FROM joined JOIN begun USING (word, rest)
),
step (word, now, cut, taken) AS (
    SELECT word, without_person(rest), '', '' FROM bare
    UNION ALL
    SELECT word, cut, shorter(cut, taken), taken
    FROM (
        SELECT
            word,
            CASE WHEN cut = '' THEN now ELSE cut END AS cut,
            CASE WHEN cut = '' THEN '' ELSE taken || substr(now, length(cut) + 1, 1) END AS taken
        FROM step
        WHERE now <> cut
    )
)
SELECT word, now AS stem FROM step WHERE now = cut
UNION ALL
SELECT word, word FROM given WHERE length(word) NOT BETWEEN 4 AND 24;
