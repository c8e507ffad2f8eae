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
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import filterfalse

from etl.text.doublet_tables import FAMILIES, MONTHS, TRANSCRIBED
from etl.text.letterforms import Words, spelt

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
# How such words end: told in a tenth of a search's time.
_FOREIGN_ENDS = ("نج", "جراد", "جرام", "جرامات", "جراما", "بورج", "بوج", "جو")
# -land before a nationality's ending: the vowel is written or not (نيوزيلاندا/نيوزيلندا).
_LAND = re.compile(r"(?<=\w\w)لاند(?=(?:ا|ي|يه|يون|يين)$)")
# مائة and مئة, alone and at the end of a hundred (ثلاثمائة).
_HUNDRED = re.compile(r"(?<![اي])ماء(?=(?:ه|تا|تي|تين|تان)$)")
_HUNDRED_WORD = re.compile(
    r"(?:ال|[وبلف])*(?:ثلاث|[اأ]ربع|خمس|سته?|سبع|ثمان|ثماني|تسع)?ماء(?:ه|تا|تي|تين|تان)"
)
# The seat of a hamza before a verb's plural (بدأوا/بدؤوا, يقرأون/يقرؤون): letters or a bare ا.
_PLURAL_HAMZA = re.compile(r"(?:^[وف]?س?[يت]\w{1,3}|^[وف]?\w{2,3})ء(?=وا$)|^[وف]?س?[يت]\w{1,3}ء(?=ون$)")
_PLURAL_ENDS = ("ءوا", "ءون")


@lru_cache(maxsize=65536)
def one_spelling(word: str) -> str:
    """Give a folded word in the spelling that stands for all of its doublets. Idempotent."""
    new = _respelt(word) if _SHORTEST_WORD <= len(word) <= _LONGEST_WORD else word
    # A family's spelling can end as another rule reads it; each step uses up a variant.
    while new != word:
        word, new = new, _respelt(new)
    return word


def _without_variant(word: str) -> str | None:
    """Give a word that begins with a variant, behind clitics or not, with the spelling that stands for it."""
    # A word that begins with no clitic's letter can only begin with a variant itself.
    for length in _CLITIC_LENGTHS if word[0] in "وفبكلا" else (0,):
        variants = _VARIANTS.get(word[length : length + _KEY])
        if variants and word[:length] in _CLITICS:
            for old, new in variants:
                if word.startswith(old, length):
                    return word[:length] + new + word[length + len(old) :]
    return None


def _respelt(word: str) -> str:
    """Take the first rule that knows the word."""
    if word[: _KEY + 1] in _BEGINNINGS and (new := _without_variant(word)):
        return new
    if "ج" in word:
        foreign = word.endswith(_FOREIGN_ENDS)
        return _FOREIGN_G.sub(lambda found: found.group().replace("ج", "غ"), word) if foreign else word
    if "لاند" in word:
        return _LAND.sub("لند", word)
    if "ماء" in word and _HUNDRED_WORD.fullmatch(word):
        return _HUNDRED.sub("مء", word)
    if word.endswith(_PLURAL_ENDS):
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
    rf"(?<!\w)([وفبل]{{0,2}})({_NAME})(?!\w)"
    rf"(?:\s?/\s?[وفبل]?({_NAME})(?!\w)|\s?\(\s?[وفبل]?({_NAME})\s?\))?"
)
_CLITIC_MONTHS = ("", "و", "ف", "ب", "ل", "وب", "ول", "فب", "فل")
_MONTH_WORDS = frozenset(clitic + name.partition(" ")[0] for name in _MONTH_OF for clitic in _CLITIC_MONTHS)
_RESPELT_MONTHS = _MONTH_WORDS - {clitic + month for month in _MONTH_OF.values() for clitic in _CLITIC_MONTHS}
_BEFORE = re.compile(r"(?:\d|شهر|شهري|فاتح|مطلع|اواءل|اواخر|منتصف|نهايه|بدايه|خلال|منذ|حتي)[ /-]{0,3}$")
_BEFORE_WEAK = re.compile(r"(?<!\w)(?:في|من) $")
_AFTER = re.compile(r"[ /-]{0,3}(?:\d{4}|الماضي|المقبل|الجاري|القادم|المنصرم|الحالي|المنقضي)")
# Another month, at a stroke or a bracket: نيسان / ايار.
_BEHIND_MONTH = re.compile(rf"(?<!\w)[وفبل]{{0,2}}(?:{_NAME})\s?[/(]\s?$")
_BEFORE_MONTH = re.compile(rf"\s?[/(]\s?[وفبل]{{0,2}}(?:{_NAME})(?!\w)")
_CONTEXT = 20


def _is_month(text: str, name: str, start: int, end: int) -> bool:
    """Tell a month from the other word that is written alike, by what stands beside it."""
    if name not in _AMBIGUOUS:
        return True
    before = text[max(0, start - _CONTEXT) : start]
    return bool(
        _BEFORE.search(before)
        or _AFTER.match(text, end)
        or (name != "اب" and _BEFORE_WEAK.search(before))
        or _BEHIND_MONTH.search(before)
        or _BEFORE_MONTH.match(text, end)
    )


def _month_edit(text: str, match: re.Match[str]) -> tuple[int, int, str] | None:
    """Give a month under its one name, and a doubled name (حزيران / يونيو) once."""
    clitic, name, beside, bracketed = match.groups()
    month = _MONTH_OF[name]
    if _MONTH_OF.get(beside or bracketed) == month:
        return match.start(), match.end(), clitic + month
    end = match.end(2)
    if name == month or not _is_month(text, name, match.start(), end):
        return None
    return match.start(), end, clitic + month


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


# Words of one spelling that are no months: nearly all of a text's. Of common texts as bytes, which need not
# even be made strings; of others as strings.
_settled: set[bytes] = set()
_settled_elsewhere: set[str] = set()
_MOST_SETTLED = 100_000


def _changed(words: Iterable[str]) -> dict[str, str]:
    """Give the words of another spelling, with it."""
    return {
        word: new
        for word in words
        if (word[: _KEY + 1] in _BEGINNINGS or "ج" in word or "ء" in word or "لاند" in word)
        and (new := one_spelling(word)) != word
    }


def _read(text: str) -> tuple[Collection[str], dict[str, str]]:
    """Give the words of a text that are not settled, and those of them that have another spelling, with it."""
    coded = _words.coded(text)
    if coded is None:
        rare = set(_words(text)) - _settled_elsewhere
        changed = _changed(rare)
        if len(_settled_elsewhere) < _MOST_SETTLED:
            _settled_elsewhere.update(rare - changed.keys() - _MONTH_WORDS)
        return rare, changed
    unread = list(set(filterfalse(_settled.__contains__, coded)))
    if not unread:
        return (), {}
    words = spelt(unread)
    changed = _changed(words)
    if len(_settled) < _MOST_SETTLED:
        held = changed.keys() | _MONTH_WORDS.intersection(words)
        _settled.update(unread)
        if held:
            both = zip(unread, words, strict=True)
            _settled.difference_update([code for code, word in both if word in held])
    return words, changed


def are_settled(coded: bytes) -> bool:
    """Say whether a folded text, in places of the common alphabet, is known to hold no other spelling at all."""
    return _settled.issuperset(_words.parted(coded))


def forget() -> None:
    """Forget the words that were read before, so that the time of a first text can be measured."""
    one_spelling.cache_clear()
    _settled.clear()
    _settled_elsewhere.clear()


def edits(text: str) -> list[tuple[int, int, str]]:
    """Give `(start, end, new)` for each place of a folded text that has another spelling, in order."""
    words, changed = _read(text)
    months = set() if _RESPELT_MONTHS.isdisjoint(words) else _MONTH_WORDS.intersection(words)
    found: list[tuple[int, int, str]] = []
    if not changed and not months:
        return found
    end = 0
    for start, word in _places(text, months | changed.keys()):
        if start < end:
            continue
        if word in changed:
            found.append((start, start + len(word), changed[word]))
        elif (match := _MONTH.match(text, start)) and (edit := _month_edit(text, match)):
            found.append(edit)
            end = edit[1]
    return found


def edits_of_word(word: str) -> list[tuple[int, int, str]] | None:
    """Give what `edits` gives for a run of letters wherever it stands; None where that hangs on the words beside it."""
    words = set(_words(word))
    # A month that is always written so is read again only beside one that is not.
    if not _RESPELT_MONTHS.isdisjoint(words):
        return None
    changed = _changed(words)
    return [(start, start + len(each), changed[each]) for start, each in _places(word, set(changed))]
