-- search_function_words(): folded words that hardly tell articles apart.
CREATE OR REPLACE MACRO search_function_words() AS string_split(
    'في من علي الي عن ان انه انها او ثم قد لقد وقد ما لا لم لن مع بين كما هذا هذه ذلك تلك التي الذي الذين هو هي هم'
    || ' كان كانت وكان وكانت حيث عند عندما اذا بعد قبل خلال حول حتي غير كل بعض و ولا وفي ومن وعلي والي وان ايضا اي', ' '
);

-- search_place(collected_date, article_no): one number for an article's place in the postings.
CREATE OR REPLACE MACRO search_place(collected_date, article_no) AS
    datediff('day', DATE '1900-01-01', collected_date) * 4294967296 + article_no;

-- search_core(stem): the letters that the forms of a stem have in common (لغه, لغات; استقبل, يستقبل).
CREATE OR REPLACE MACRO search_core(stem) AS CASE
    WHEN length(stem) > 2 AND stem[-1] = 'ه' THEN stem[:-2]
    WHEN length(stem) > 5 AND stem[:3] = 'است' THEN stem[2:]
    ELSE stem
END;

-- search_is_form(folded, core): whether a folded word is the core with nothing but clitics before it and
-- endings behind it. Only for marks in a snippet: which articles are hits is decided by stems.
CREATE OR REPLACE MACRO search_is_form(folded, core) AS
    contains(folded, core)
    AND length(folded) <= length(core) + 8
    AND translate(split_part(folded, core, 1), 'والفبكلسيتن', '') = ''
    AND translate(folded[instr(folded, core) + length(core):], 'اهيتنمومك', '') = '';

-- search_pieces(shown): a text as its words and what stands between them, in order.
CREATE OR REPLACE MACRO search_pieces(shown) AS regexp_extract_all(
    shown, '[\p{L}\p{N}\p{M}\x{640}_]+|[^\p{L}\p{N}\p{M}\x{640}_]+'
);

-- search_snippet(pieces, marks, is_cut_before, is_cut_behind, hit_start, hit_end): some 30 words around the
-- first mark, each marked piece between hit_start and hit_end; whether text was cut away around the pieces.
CREATE OR REPLACE MACRO search_snippet(pieces, marks, is_cut_before, is_cut_behind, hit_start, hit_end) AS list_transform(
    [greatest(coalesce(marks[1], 1) - 16, 1)],
    lambda first: CASE WHEN first > 1 OR is_cut_before THEN '… ' ELSE '' END
        || trim(regexp_replace(array_to_string(list_transform(
            list_slice(pieces, first, first + 60),
            lambda piece, nth: CASE
                WHEN list_contains(marks, nth + first - 1) THEN hit_start || piece || hit_end
                ELSE piece
            END
        ), ''), '\s+', ' ', 'g'))
        || CASE WHEN len(pieces) > first + 60 OR is_cut_behind THEN ' …' ELSE '' END
)[1];
