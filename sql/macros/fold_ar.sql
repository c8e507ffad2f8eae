-- The patterns are those of arabic_patterns.
-- fold_joined(written): letters that one sign joins (lam and alef), apart.
CREATE OR REPLACE MACRO fold_joined(written) AS CASE
    WHEN regexp_matches(written, fold_ligature_any()) THEN list_reduce(
        list_prepend([written, ''], fold_ligatures()),
        lambda shown, pair: [replace(shown[1], pair[1], pair[2]), '']
    )[1]
    ELSE written
END;

-- fold_letters(written): letters as texts are compared by them. One hamza, ي for ى, ه for ة, any digit as ASCII, Latin
-- without case and accents; marks, tatweel and what nobody sees are gone.
-- Example: SELECT fold_letters('الرئيسُ الأميركيّ');  -- الرءيس الاميركي
CREATE OR REPLACE MACRO fold_letters(written) AS regexp_replace(
    translate(
        nfc_normalize(regexp_replace(
            fold_joined(regexp_replace(written, '([\x{A0} \t])\x{640}+([\x{A0} \t])', '\1-\2', 'g')),
            fold_invisible(), '', 'g'
        )),
        fold_letters_from(), fold_letters_to()
    ),
    fold_marks(), '', 'g'
);

-- respelt(word, found): one step from one of the press's spellings to the one that stands for all; `found` is
-- what spelling_variant finds in the word. A pattern stands once: each that stands is read anew for a query.
CREATE OR REPLACE MACRO respelt(word, found) AS CASE
    WHEN length(word) NOT BETWEEN 4 AND 32 THEN word
    WHEN found.variant <> '' THEN
        found.clitics || spelling_of(found.variant) || substr(word, 1 + length(found.clitics) + length(found.variant))
    WHEN contains(word, 'ج') THEN CASE
        WHEN regexp_matches(word, '.[اوي]نج$|...(?:جراد|بور?ج)$|..[اويى]جو$') AND NOT word LIKE '%ىجو'
            THEN regexp_replace(word, 'ج([^ج]*)$', 'غ\1')
        WHEN regexp_matches(word, '...جرام(?:ات|ا)?$') AND NOT regexp_matches(word, 'الاجرام(?:ات|ا)?$')
            THEN regexp_replace(word, 'ج(رام(?:ات|ا)?)$', 'غ\1')
        ELSE word
    END
    WHEN contains(word, 'لاند') THEN regexp_replace(word, '(..)لاند(ا|ي|يه|يون|يين)$', '\1لند\2')
    WHEN contains(word, 'ء') THEN CASE
        WHEN regexp_matches(
            word,
            '^(?:ال|[وبلف])*(?:ثلاث|[اأ]ربع|خمس|سته?|سبع|ثمان|ثماني|تسع)?ماء(?:ه|تا|تي|تين|تان)$'
        ) THEN regexp_replace(word, '(^|[^اي])ماء(ه|تا|تي|تين|تان)$', '\1مء\2')
        WHEN regexp_matches(word, '^(?:[وف]?س?[يت].{1,3}|[وف]?.{2,3})ءوا$|^[وف]?س?[يت].{1,3}ءون$')
            THEN regexp_replace(word, 'ء(وا|ون)$', 'ا\1')
        ELSE word
    END
    ELSE word
END;

-- fold_word(word): a word of folded letters in its one spelling; a month under its one name.
-- Example: SELECT fold_word('والاميركيون');  -- والامريكيون
CREATE OR REPLACE MACRO fold_word(word) AS list_reduce(
    list_transform(
        [regexp_extract(word, month_name(), ['clitics', 'month'])],
        lambda found: CASE WHEN found.month <> '' THEN found.clitics || month_of(found.month) ELSE word END
    ) || ['', '', ''],
    lambda spelt, step: list_transform(
        [regexp_extract(spelt, spelling_variant(), ['clitics', 'variant'])], lambda found: respelt(spelt, found)
    )[1]
);

-- fold_spaces(shown): one space for several, none beside a newline or at the ends.
CREATE OR REPLACE MACRO fold_spaces(shown) AS trim(
    regexp_replace(regexp_replace(shown, ' {2,}', ' ', 'g'), ' ?\n ?', chr(10), 'g'), ' '
);

-- fold_months(letters): folded letters with every month under one name. Looks for a name first: nearly
-- always there is none, and a pattern in a lambda costs nothing until it is reached.
CREATE OR REPLACE MACRO fold_months(letters) AS CASE
    WHEN regexp_matches(letters, month_any()) THEN list_reduce(
        list_prepend([letters, ''], month_edits()),
        lambda edited, edit: [regexp_replace(edited[1], edit[1], edit[2], 'g'), '']
    )[1]
    ELSE letters
END;

-- fold_spellings(letters): folded letters with every word in its one spelling, where one is in doubt.
CREATE OR REPLACE MACRO fold_spellings(letters) AS CASE
    WHEN regexp_matches(letters, spelling_any()) THEN array_to_string(
        list_transform(
            regexp_extract_all(letters, '[ء-غف-ي]+|[^ء-غف-ي]+'),
            lambda word: CASE WHEN regexp_matches(word, spelling_any()) THEN fold_word(word) ELSE word END
        ),
        ''
    )
    ELSE letters
END;

-- fold_ar(written): Arabic as it is compared, as etl.text.letters.fold gives it.
-- Example: SELECT fold_ar('المسئولُ الأميركيُّ في ١٥ حزيران');  -- المسءول الامريكي في 15 يونيو
CREATE OR REPLACE MACRO fold_ar(written) AS list_transform(
    list_transform(
        [fold_spaces(fold_letters(replace(written, chr(13), chr(10))))], lambda letters: fold_months(letters)
    ),
    lambda letters: fold_spellings(letters)
)[1];
