"""`sql/macros/arabic_patterns.sql` from the tables of `etl.text`: the stemmer's words, as SQL reads them.

Run: python -m tests.bench.make_search_patterns [--write]

The published file must fold and stem a query without Python. What is a list there is a pattern here,
written anew from the one list; without `--write` it says whether the file at hand is what the tables give.
"""

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator

from etl.io.warehouse import SQL_DIR
from etl.text import doublets, letterforms, stems, words

TARGET = SQL_DIR / "macros" / "arabic_patterns.sql"
WIDTH = 110
# What display text drops before marks can join their letters; marks themselves are search text's to drop.
_TABLE = letterforms._DISPLAY_TABLE  # noqa: SLF001 - the tables are what this file is for
_SEARCH = letterforms._search_table(_TABLE)  # noqa: SLF001
_LIGATURES = (*range(0xFEF5, 0xFEFD), 0xFDF2)
_HEADER = """-- What etl.text knows as tables, for the macros that fold and stem in SQL.
-- Written by tests/bench/make_search_patterns.py from those tables; do not edit.
"""


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def macro(name: str, value: str) -> str:
    return f"CREATE OR REPLACE MACRO {name}() AS {value};\n"


def pattern(name: str, text: str) -> str:
    return macro(name, quoted(text))


def one_of(found: Iterable[str]) -> str:
    """Give an alternation, the longest first: RE2 takes the first that matches."""
    return "|".join(sorted(found, key=lambda each: (-len(each), each)))


def listed(name: str, found: Iterable[str]) -> str:
    """Give a macro of words between spaces: read with `contains`, it costs a query nothing to prepare."""
    return pattern(name, " " + " ".join(sorted(found)) + " ")


def mapping(name: str, pairs: dict[str, str]) -> str:
    """Give a macro of a word: what it stands for, out of one string."""
    text = "|" + "".join(f"{old}={new}|" for old, new in pairs.items())
    value = f"regexp_extract({quoted(text)}, '\\|' || word || '=([^|]*)', 1)"
    return f"CREATE OR REPLACE MACRO {name}(word) AS {value};\n"


def characters() -> Iterator[str]:
    """Yield the macros of single characters: what is dropped, and what is written otherwise."""
    invisible, marks, old, new = [], [], [], []
    for code in range(1, 0x10000):
        if unicodedata.category(chr(code)) == "Cs":
            continue
        shown = chr(code).translate(_TABLE)
        found = shown.translate(_SEARCH)
        if not shown:
            invisible.append(code)
        elif not found:
            marks.append(code)
        elif found != chr(code) and len(found) == 1:
            old.append(chr(code))
            new.append(found)
    yield pattern("fold_invisible", classes(invisible))
    yield pattern("fold_marks", classes(marks))
    yield pattern("fold_letters_from", "".join(old))
    yield pattern("fold_letters_to", "".join(new))
    ligatures = {chr(code): chr(code).translate(_TABLE).translate(_SEARCH) for code in _LIGATURES}
    pairs = ", ".join(f"[{quoted(old)}, {quoted(new)}]" for old, new in ligatures.items())
    yield macro("fold_ligatures", f"[{pairs}]")
    yield pattern("fold_ligature_any", f"[{''.join(ligatures)}]")


def classes(codes: list[int]) -> str:
    """Give a character class, its neighbours as ranges."""
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "[" + "".join(rf"\x{{{a:X}}}-\x{{{b:X}}}" for a, b in ranges) + "]"


def spellings() -> Iterator[str]:
    """Yield the macros of words that the press writes in two ways."""
    variants = doublets._spellings()  # noqa: SLF001
    clitics = "|".join(sorted(doublets._CLITICS, key=lambda each: (len(each), each)))  # noqa: SLF001
    yield pattern("spelling_variant", f"^({clitics})({one_of(variants)})")
    yield mapping("spelling_of", variants)
    month_of = doublets._MONTH_OF  # noqa: SLF001
    ambiguous = doublets._AMBIGUOUS  # noqa: SLF001
    single = {name: month for name, month in month_of.items() if " " not in name and name not in ambiguous}
    yield pattern(
        "month_name", f"^([وفبل]{{0,2}})({one_of(name for name in single if single[name] != name)})$"
    )
    yield mapping("month_of", month_of)
    yield pattern(
        "month_any", one_of(name for name, month in month_of.items() if name != month) + r"|[ء-ي] ?[/(]"
    )
    # What a variant or a rule of endings needs to be there at all.
    yield pattern("spelling_any", f"{one_of(variants)}|{one_of(single)}|[ناوير]ج|جرا|ج[وى]|لاند|ماء|ءو[ان]")
    months: dict[str, list[str]] = {}
    for name, month in month_of.items():
        months.setdefault(month, []).append(name)
    # Twice: two names that share the letter between them are found one at a time.
    edits = [each for edit in month_edits(months, ambiguous) for each in (edit, edit)]
    lines = quoted("\n".join(f"{old}\t{new}" for old, new in edits))
    yield macro(
        "month_edits",
        f"list_transform(string_split({lines}, chr(10)), lambda edit: string_split(edit, chr(9)))",
    )


def month_edits(months: dict[str, list[str]], ambiguous: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield what is replaced by what where a month has two names, a name of two words, or a common one."""
    start, end = r"(^|[^0-9a-zء-ي_])([وفبل]{0,2})", r"($|[^0-9a-zء-ي_])"
    other = f"(?:{one_of(name for names in months.values() for name in names)})"
    for month, names in months.items():
        either = one_of(names)
        yield rf"{start}(?:{either})\s?/\s?[وفبل]?(?:{either}){end}", rf"\1\2{month}\3"
        yield rf"{start}(?:{either})\s?\(\s?[وفبل]?(?:{either})\s?\)", rf"\1\2{month}"
        if long := [name for name in names if " " in name]:
            yield rf"{start}(?:{one_of(long)}){end}", rf"\1\2{month}\3"
        if unsure := [name for name in names if name in ambiguous]:
            one = f"(?:{one_of(unsure)})"
            before = re.sub(r"\[ /-\]\{0,3\}\$$", "", doublets._BEFORE.pattern)  # noqa: SLF001
            after = doublets._AFTER.pattern.removeprefix("[ /-]{0,3}")  # noqa: SLF001
            yield rf"({before}[ /-]{{1,3}})([وفبل]{{0,2}}){one}{end}", rf"\1\2{month}\3"
            yield rf"{start}{one}([ /-]{{1,3}}{after})", rf"\1\2{month}\3"
            yield (
                rf"(^|[^0-9a-zء-ي_])([وفبل]{{0,2}}{other}\s?[/(]\s?[وفبل]{{0,2}}){one}{end}",
                rf"\1\2{month}\3",
            )
            yield rf"{start}{one}(\s?[/(]\s?[وفبل]{{0,2}}{other}){end}", rf"\1\2{month}\3\4"
            if weak := [name for name in unsure if name != "اب"]:
                yield (
                    rf"(^|[^0-9a-zء-ي_])((?:في|من) [وفبل]{{0,2}})(?:{one_of(weak)}){end}",
                    rf"\1\2{month}\3",
                )


def stemming() -> Iterator[str]:
    """Yield the macros of the stemmer's words."""
    decisions = words._DECISIONS  # noqa: SLF001
    yield listed("clitic_own", {key for key, clitic in decisions.items() if not clitic})
    yield listed("clitic_free", {key for key, clitic in decisions.items() if clitic})
    short = words._SHORT  # noqa: SLF001
    yield listed("clitic_short", (letter + rest for letter, rests in short.items() for rest in rests))
    yield listed("article_none", words._NO_ARTICLE)  # noqa: SLF001
    yield pattern("article_none_beginning", "^" + ahead(words._NO_ARTICLE_BEGINNING.pattern))  # noqa: SLF001
    yield pattern("clitic_none", f"^(?:{words._NO_CLITIC_ARTICLE.pattern})")  # noqa: SLF001
    yield pattern("lam_own", "^" + ahead(words._OWN_LAM.pattern))  # noqa: SLF001
    yield pattern("lam_name", "^" + words._LAM_NAME.pattern)  # noqa: SLF001
    yield listed("stem_whole", stems._WHOLE)  # noqa: SLF001
    yield pattern("stem_verbal_noun", f"^(?:{stems._VERBAL_NOUN.pattern})$".replace(r"\w", "."))  # noqa: SLF001
    yield pattern("stem_accusative", f"^(?:{stems._ACCUSATIVE_N.pattern})$")  # noqa: SLF001
    yield listed("stem_feminine", stems._FEMININE)  # noqa: SLF001
    yield listed("stem_own_t", stems._OWN_T)  # noqa: SLF001
    yield listed("stem_long_t", stems._LONG_T)  # noqa: SLF001
    yield listed("stem_own_at", stems._OWN_AT)  # noqa: SLF001
    yield pattern("stem_person", person())


def ahead(text: str) -> str:
    """Write the looks ahead of two patterns as RE2 can: it has none."""
    changed = text.replace("قاء(?!د|م)", "قاء(?:[^دم]|$)")
    endings = re.search(r"\(\?:زم\|[^)]*?\|ق\(\?=\[توا\]\)\)\(\?:([^)]*)\)\?\$", changed)
    if endings:
        behind = "|".join(each for each in endings[1].split("|") if each[0] in "توا")
        changed = changed.replace("|ق(?=[توا]))", ")").replace(
            endings[1] + ")?$", endings[1] + f")?$|تق(?:{behind})$"
        )
    if "(?=" in changed or "(?!" in changed:
        message = f"a look ahead that RE2 has not is left in {changed}"
        raise ValueError(message)
    return changed


def person() -> str:
    """Give the person before a verbal noun in ت, with the three letters that must not follow written out."""
    found = re.fullmatch(r"\[يت\]\(\?=ت\(\?!([^)]*)\)\\w\{3\}\)", stems._PERSON.pattern)  # noqa: SLF001
    if found is None:
        message = f"the pattern of persons has another form: {stems._PERSON.pattern}"  # noqa: SLF001
        raise ValueError(message)
    return f"[يت](ت(?:{none_of(tuple(found[1].split('|')), 3)}))"


def none_of(beginnings: tuple[str, ...], length: int) -> str:
    """Give a pattern of so many letters that begins with none of the beginnings."""
    if not length or not beginnings:
        return "." * length
    firsts = dict.fromkeys(each[0] for each in beginnings)
    parts = [f"[^{''.join(firsts)}]" + "." * (length - 1)]
    for first in firsts:
        rests = tuple(each[1:] for each in beginnings if each[0] == first)
        if "" not in rests:
            parts.append(f"{first}(?:{none_of(rests, length - 1)})")
    return "|".join(parts)


def content() -> str:
    """Give the file."""
    return _HEADER + "\n" + "\n".join((*characters(), *spellings(), *stemming()))


def main() -> None:
    """Write the file, or say whether it is what the tables give."""
    if "--write" in sys.argv[1:]:
        TARGET.write_text(content(), encoding="utf-8")
    print("as the tables give it" if TARGET.read_text(encoding="utf-8") == content() else "out of date")


if __name__ == "__main__":
    main()
