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

-- search_snippet(pieces, places, hit_start, hit_end): some 30 words around the first hit, each hit marked.
CREATE OR REPLACE MACRO search_snippet(pieces, places, hit_start, hit_end) AS
    CASE WHEN coalesce(places[1], 1) > 17 THEN '… ' ELSE '' END
    || trim(regexp_replace(array_to_string(list_transform(
        list_slice(pieces, greatest(coalesce(places[1], 1) - 16, 1), coalesce(places[1], 1) + 44),
        lambda piece, nth: CASE
            WHEN list_contains(places, nth + greatest(coalesce(places[1], 1) - 16, 1) - 1)
            THEN hit_start || piece || hit_end
            ELSE piece
        END
    ), ''), '\s+', ' ', 'g'))
    || CASE WHEN len(pieces) > coalesce(places[1], 1) + 44 THEN ' …' ELSE '' END;
