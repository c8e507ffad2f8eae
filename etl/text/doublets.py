"""Press doublets in folded text to one spelling each. Pure.

The press writes one word in two ways where its schools differ: أميركي in Beirut and London,
أمريكي in Cairo and Rabat; غ for the foreign g in the Levant, ج in Egypt; حزيران in Damascus,
يونيو in Cairo. A search that tells them apart finds half of the press. All rules read folded
letters (see `etl.text.letters`): ا for أ إ آ, ي for ى, ه for ة, ء for ؤ ئ.

>>> one_spelling("والاميركيون")
'والامريكيون'
>>> one_spelling("جواتيمالا"), one_spelling("جزيره")
('غواتيمالا', 'جزيره')
>>> [new for start, end, new in edits("في 17 حزيران / يونيو 2024")]
['يونيو']
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from etl.text.doublet_tables import FAMILIES, MONTHS, TRANSCRIBED
from etl.text.letterforms import Words

_FOLDED = str.maketrans("أإآىةؤئ", "ااايهءء")
# No word of a language is longer; a run of letters that is (an advert, an attack) has no doublet.
_LONGEST_WORD = 32
_SHORTEST_WORD = 4
# Up to so many words, looking for each beats reading every word of the text.
_FEW = 16
_LETTER = "[ء-غف-ي]"
_WORD = re.compile(f"{_LETTER}+")
_words = Words(_LETTER)

# Proclitics as they are written before a noun: و ف, then ب ك ل, then the article.
_CLITICS = frozenset(
    first + second for first in ("", "و", "ف") for second in ("", "ب", "ك", "ل", "ال", "لل", "بال", "كال")
)
_CLITIC_LENGTHS = range(max(map(len, _CLITICS)) + 1)
_KEY = 3


def _spellings() -> dict[str, str]:
    """Every variant with its canonical spelling: the families', and ج for each transcribed غ."""
    families = {old: new for new, variants in FAMILIES.items() for old in variants}
    families |= {old.replace("غ", "ج"): new for old, new in families.items()}
    for name in TRANSCRIBED:
        families[name.replace("غ", "ج")] = families.get(name, name)
    folded = {old.translate(_FOLDED): new.translate(_FOLDED) for old, new in families.items()}
    return {old: new for old, new in folded.items() if old != new}


def _index() -> dict[str, tuple[tuple[str, str], ...]]:
    """Variants by their first letters, the longest first: one look-up a word, not one a variant."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for pair in sorted(_spellings().items(), key=lambda item: -len(item[0])):
        found[pair[0][:_KEY]] = (*found.get(pair[0][:_KEY], ()), pair)
    return found


_VARIANTS = _index()
# How words that hold a variant begin: one look-up rules most words out, unread.
_BEGINNINGS = frozenset((clitic + old)[: _KEY + 1] for clitic in _CLITICS for old in _spellings())

# Endings that no Arabic word has, so that no native ج is lost to a native غ: -ng (بكينج), -grad,
# -gram, -burg, -go. Letters must stand before them: برج and جراد are words themselves.
_FOREIGN_G = re.compile(r"(?<=\w[اوي])نج$|(?<=\w{3})(?:جراد$|(?<!الا)جرام(?=$|ات$|ا$)|بور?ج$|(?<=[اوي])جو$)")
# -land before a nationality's ending: the vowel is written or not (نيوزيلاندا/نيوزيلندا).
_LAND = re.compile(r"(?<=\w\w)لاند(?=(?:ا|ي|يه|يون|يين)$)")
# مائة and مئة, alone and at the end of a hundred (ثلاثمائة).
_HUNDRED = re.compile(r"(?<![اي])ماء(?=(?:ه|تا|تي|تين|تان)$)")
_HUNDRED_WORD = re.compile(
    r"(?:ال|[وبلف])*(?:ثلاث|[اأ]ربع|خمس|سته?|سبع|ثمان|ثماني|تسع)?ماء(?:ه|تا|تي|تين|تان)"
)
# The seat of a hamza before a verb's plural (بدأوا/بدؤوا, يقرأون/يقرؤون): letters or a bare ا.
_PLURAL_HAMZA = re.compile(r"(?:^[وف]?س?[يت]\w{1,3}|^[وف]?\w{2,3})ء(?=وا$)|^[وف]?س?[يت]\w{1,3}ء(?=ون$)")


@lru_cache(maxsize=65536)
def one_spelling(word: str) -> str:
    """Give a folded word in the spelling that stands for all of its doublets. Idempotent."""
    new = _respelt(word) if _SHORTEST_WORD <= len(word) <= _LONGEST_WORD else word
    # A family's spelling can end as another rule reads it; each step uses up a variant.
    while new != word:
        word, new = new, _respelt(new)
    return word


def _respelt(word: str) -> str:
    """Take the first rule that knows the word."""
    # A word that begins with no clitic's letter can only begin with a variant itself.
    for length in _CLITIC_LENGTHS if word[0] in "وفبكلا" else (0,):
        variants = _VARIANTS.get(word[length : length + _KEY])
        if variants and word[:length] in _CLITICS:
            for old, new in variants:
                if word.startswith(old, length):
                    return word[:length] + new + word[length + len(old) :]
    if "ج" in word:
        return _FOREIGN_G.sub(lambda found: found.group().replace("ج", "غ"), word)
    if "لاند" in word:
        return _LAND.sub("لند", word)
    if "ء" in word:
        if _HUNDRED_WORD.fullmatch(word):
            return _HUNDRED.sub("مء", word)
        return _PLURAL_HAMZA.sub(lambda found: found.group()[:-1] + "ا", word)
    return word


_MONTH_OF = {
    name.translate(_FOLDED): month.translate(_FOLDED)
    for month, names in MONTHS.items()
    for name in (month, *names)
}
# Also a car, a politician, a party chief, a first name, a ball over the line, a father: a month
# only beside a day, a year or a word of dates.
_AMBIGUOUS = frozenset({"نيسان", "ماي", "شباط", "جوان", "اوت", "اب"})
_NAME = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
_MONTH = re.compile(
    rf"(?<!\w)([وفبل]{{0,2}})({_NAME})(?!\w)(?:(\s?/\s?|\s?\(\s?)([وفبل]?)({_NAME})(?!\w)(\s?\))?)?"
)
_CLITIC_MONTHS = ("", "و", "ف", "ب", "ل", "وب", "ول", "فب", "فل")
_MONTH_WORDS = frozenset(clitic + name.partition(" ")[0] for name in _MONTH_OF for clitic in _CLITIC_MONTHS)
_RESPELT_MONTHS = _MONTH_WORDS - {clitic + month for month in _MONTH_OF.values() for clitic in _CLITIC_MONTHS}
_BEFORE = re.compile(r"(?:\d|شهر|شهري|فاتح|مطلع|اواءل|اواخر|منتصف|نهايه|بدايه|خلال|منذ|حتي)[ /-]{0,3}$")
_BEFORE_WEAK = re.compile(r"(?<!\w)(?:في|من) $")
_AFTER = re.compile(r"[ /-]{0,3}(?:\d{4}|الماضي|المقبل|الجاري|القادم|المنصرم|الحالي|المنقضي)")
_CONTEXT = 12


def _is_month(text: str, name: str, start: int, end: int) -> bool:
    """Tell a month from the other word that is written alike, by what stands beside it."""
    if name not in _AMBIGUOUS:
        return True
    before = text[max(0, start - _CONTEXT) : start]
    return bool(
        _BEFORE.search(before) or _AFTER.match(text, end) or (name != "اب" and _BEFORE_WEAK.search(before))
    )


def _month_edits(text: str, match: re.Match[str]) -> list[tuple[int, int, str]]:
    """Give a month under its one name, and a doubled name (حزيران / يونيو) once."""
    clitic, name, opening, _, second, closing = match.groups()
    month = _MONTH_OF[name]
    if second is None:
        if name == month or not _is_month(text, name, match.start(), match.end()):
            return []
        return [(match.start(), match.end(), clitic + month)]
    if _MONTH_OF[second] == month and ("(" in opening) == (closing is not None):
        return [(match.start(), match.end(), clitic + month)]
    pairs = ((match.span(2), name), (match.span(5), second))
    return [(*span, _MONTH_OF[old]) for span, old in pairs if old != _MONTH_OF[old]]


def _places(text: str, words: set[str]) -> Iterator[tuple[int, str]]:
    """Give where the words stand in the text, in order, each with itself."""
    if len(words) > _FEW:
        yield from (
            (match.start(), match.group()) for match in _WORD.finditer(text) if match.group() in words
        )
        return
    found = []
    for word in words:
        start = text.find(word)
        while start >= 0:
            end = start + len(word)
            if not _WORD.match(text, end, end + 1) and not (start and _WORD.match(text, start - 1, start)):
                found.append((start, word))
            start = text.find(word, end)
    yield from sorted(found)


# Words that are known to have one spelling: nearly all of a text's, and one look at the set tells.
_settled: set[str] = set()
_MOST_SETTLED = 100_000


def _changed(words: set[str]) -> dict[str, str]:
    """Give the words of another spelling, with it."""
    unread = words - _settled
    changed = {
        word: new
        for word in unread
        if (word[: _KEY + 1] in _BEGINNINGS or "ج" in word or "ء" in word or "لاند" in word)
        and (new := one_spelling(word)) != word
    }
    if len(_settled) < _MOST_SETTLED:
        _settled.update(unread.difference(changed) if changed else unread)
    return changed


def forget() -> None:
    """Forget the words that were read before, so that the time of a first text can be measured."""
    one_spelling.cache_clear()
    _settled.clear()


def edits(text: str) -> list[tuple[int, int, str]]:
    """Give `(start, end, new)` for each place of a folded text that has another spelling, in order."""
    words = set(_words(text))
    changed = _changed(words)
    months = set() if words.isdisjoint(_RESPELT_MONTHS) else words & _MONTH_WORDS
    found: list[tuple[int, int, str]] = []
    end = 0
    for start, word in _places(text, months | changed.keys()):
        if start < end:
            continue
        if word in changed:
            found.append((start, start + len(word), changed[word]))
        elif match := _MONTH.match(text, start):
            found += _month_edits(text, match)
            end = match.end()
    return found
