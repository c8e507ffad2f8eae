"""Display text to words with their places, and a word to its proclitics and the rest. Pure.

Arabic writes the conjunctions و ف, the prepositions ب ل ك, the future س and the article onto the
word that they stand before, so what a reader takes for one word is up to four: وبالتعاون is
و ب ال تعاون. Names, demonyms and titles can only be looked up behind them.

>>> [word.text for word in tokenize("قال «المتحدث»: نما الناتج 3.5٪ في 2023.")]
['قال', 'المتحدث', 'نما', 'الناتج', '3.5', 'في', '2023']
>>> [(piece.text, piece.start, piece.end) for piece in split_clitics("وللتعاون").proclitics]
[('و', 0, 1), ('ل', 1, 2), ('ال', 2, 3)]
>>> split_clitics("وللتعاون").stem
Word(text='تعاون', start=3, end=8)
"""

import re
from itertools import accumulate, repeat
from typing import NamedTuple

from pyarabic import araby

from etl.text.clitic_tables import CLITIC, HABIT, OWN
from etl.text.letterforms import to_search

# A mark belongs to its word; a point, a comma or a separator only between digits.
_MARKS = f"{araby.TASHKEEL_STRING}{araby.MINI_ALEF}{araby.TATWEEL}"
_TOKEN = re.compile(rf"([\w{_MARKS}]+(?:(?<=\d)[.,٫٬]\d+|(?<=[A-Za-z])['’][A-Za-z]+)*)")


class Word(NamedTuple):
    """A word and where it stands, end exclusive. A tuple: a thousand are made for each article."""

    text: str
    start: int
    end: int


_tuple = tuple.__new__


class Split(NamedTuple):
    """A word taken apart: what stands before it, in full spelling, and the rest as written.

    The article after ل is written ل, or not at all before a word in ل (للجنة): its place says so.
    """

    proclitics: tuple[Word, ...]
    stem: Word


def tokenize(text: str) -> tuple[Word, ...]:
    """Give the words and numbers of a text in order, without what separates them. Linear.

    >>> tokenize("كوفيد-19 يتراجع")
    (Word(text='كوفيد', start=0, end=5), Word(text='19', start=6, end=8), Word(text='يتراجع', start=9, end=15))
    """
    # Split, and add the lengths up: no match object and no NamedTuple.__new__ (it is Python) a word,
    # which halves the time.
    parts = _TOKEN.split(text)
    ends = tuple(accumulate(map(len, parts)))
    return tuple(map(_tuple, repeat(Word), zip(parts[1::2], ends[0::2], ends[1::2], strict=False)))


_ARTICLE = "ال"
_TO_ARTICLE = "لل"
# A word of three letters can hold a clitic (وقد); behind other clitics three letters must stay.
_SHORTEST = 3
_RULE_KEY = 3


def _decisions() -> dict[str, bool]:
    """Give every listed beginning with its decision; an own letter before ة is own before a pronoun (لجنه، لجنت)."""
    found = {
        letter + beginning: is_clitic
        for table, is_clitic in ((OWN, False), (CLITIC, True))
        for letter, beginnings in table.items()
        for beginning in beginnings.split()
    }
    feminine = (each for each in found if len(each) > _RULE_KEY and each[-1] == "ه")
    return {each[:-1] + "ت": False for each in feminine if not found[each]} | found


_DECISIONS = _decisions()
# The longest rule for words that begin with three letters: a rule of two letters needs no entry.
_REACH: dict[str, int] = {}
for _beginning in _DECISIONS:
    _REACH[_beginning[:_RULE_KEY]] = max(len(_beginning), _REACH.get(_beginning[:_RULE_KEY], 0))
# Words of two letters that take a clitic (وقد، بكل، لمن); shorter rests are never words.
_SHORT = {
    "و": frozenset("في من ما لا قد هو هي هم لم لن ان او اي كل به له لك كم عن مع ذا هل اذ".split()),
    "ف": frozenset("قد هو هي هم لا لم لن ان ما كل به له اذ اي من".split()),
    "ب": frozenset("كل ما ان اي لا من".split()),
    "ل": frozenset("كل من ان اي هن".split()),
    "ك": frozenset({"كل"}),
    "س": frozenset(),
}
# No article, or none that is felt: relatives, the name of God, words and names in أل إل آل.
_NO_ARTICLE = frozenset(
    """
    الذي التي الذين اللذان اللذين اللتان اللتين اللواتي اللاتي اللاءي الله اللهم الان الاف
    اليه اليها اليهم اليهما الينا اليك اليكم اليات الياته الياتها الفا الفان الفين الفي
    الغي الغت الغوا الغاء الغاءه الغاءها الغاءهم القي القت القوا القاء القاءه القاءها القاب القابه القابها
    العاب العابه العابها الوان الوانه الوانها الحاق الحاقه الحاقها الحاقا الماس الزم الزمت الزام الزامي الزاميه
    الن البرت اليكس الكس الياس اليسا الفريد الترا التراس
    """.split()
)
# Verbs in الت (التزم، التقى) only with the endings of verbs: التحق is one, التحقيق the article's.
_NO_ARTICLE_BEGINNING = re.compile(
    r"ال(?:ماني|مان$|باني|كترون|كسندر|ميري|يزابي|فونس|ت(?:زام|حاق|قاء|قاط|ماس|هاب|هام|فاف|فات|باس|ءام)"
    r"|ت(?:زم|حق|قط|قي|مس|هب|فت|ق(?=[توا]))(?:ت|تا|وا?|ا|نا?|ين|ينا|ه|ها|هم|هما|ته|تها|تهم)?$)"
)
# The letters that such words begin with: most words with the article are ruled out by one look-up.
_NO_ARTICLE_KEY = 4
_NO_ARTICLE_KEYS = {word[:_NO_ARTICLE_KEY] for word in _NO_ARTICLE} | {
    "ال" + letters for letters in "ما با كت كس مي يز فو تز تح تق تم ته تف تب تء".split()
}
# Words in بال كال فال وال that hold no article.
_NO_CLITIC_ARTICLE = re.compile(
    r"بال(?:غ|ون|ست|يست|وت|اس$|تيمور|يه$|رم|ما$|ه$|ي$)|كال(?:سيوم|يفورني|ياري|فن|دير|ه$|ا$)"
    r"|فال(?:نسي|كاو|نتاين|فيردي|ح|ق$|س$|ن$)"
    r"|وكال(?:ه$|ات|ت)"
    r"|لدي(?:ه|ها|هم|هما|هن|نا|كم|ك)?$"
    r"|وال(?:د|ده|دي|دا|ديه|ديها|دان|دت|دته|دتها|دتي|دهم|دها|دنا|ديهم|تر|ي|يا|يس|ت|تون)$"
)
# After لل: the word itself begins with ل, so the article has no letter left (لل + لجنة = للجنة).
_OWN_LAM = re.compile(
    r"(?:جن|جان|اعب|اجء|قاء(?!د|م)|قاح|غه|غات|غوي|غت|واء|وبي|حوم|حظ|يبي|بناني|ندني|يل|سان|عبه|عبت"
    r"|وحه|وحات|ون|جوء|وازم|باس|هجه|هجات|اءح|احق|قطات|مسات)"
)
# Names in ل that never take the article: لل is ل and their own ل.
_LAM_NAME = re.compile(r"(?:يبيا|بنان$|ندن$|يفر|وكسم)")


def _may_be_whole(word: str) -> bool:
    """Tell whether `_NO_CLITIC_ARTICLE` can match at all: cheaper than to let it try every word."""
    return word[1:3] == _ARTICLE or word[:3] in {"وكا", "لدي"}


def _is_clitic(word: str) -> bool:
    """Tell from the letters behind it whether the first letter is a clitic: the longest rule decides."""
    for length in range(_REACH.get(word[:_RULE_KEY], 2), 1, -1):
        decision = _DECISIONS.get(word[:length])
        if decision is not None:
            return decision
    return HABIT[word[0]]


def _has_article(word: str, start: int) -> bool:
    """Tell whether an article with at least two letters behind it begins at a place."""
    if not word.startswith(_ARTICLE, start) or len(word) < start + 4:
        return False
    if word[start : start + _NO_ARTICLE_KEY] not in _NO_ARTICLE_KEYS:
        return True
    rest = word[start:]
    return rest not in _NO_ARTICLE and not _NO_ARTICLE_BEGINNING.match(rest)


def _conjunction(word: str) -> bool:
    """Tell whether the word begins with و or ف as a conjunction."""
    rest = word[1:]
    if _may_be_whole(word) and _NO_CLITIC_ARTICLE.match(word):
        return False
    if rest.startswith((_ARTICLE, _TO_ARTICLE, "بال", "كال")) and len(rest) > _SHORTEST:
        return True
    if len(rest) < _SHORTEST:
        return rest in _SHORT[word[0]]
    return _is_clitic(word)


_ARTICLE_ONLY = ((_ARTICLE, 0, 2),)
_BEHIND_CONJUNCTION = ((_ARTICLE, 1, 3),)


def clitic_cuts(word: str) -> tuple[tuple[str, int, int], ...]:
    """Give the proclitics of a folded word, as (spelling, start, end); the stem follows the last.

    >>> clitic_cuts("وبالتعاون"), clitic_cuts("وزير"), clitic_cuts("للجنه")
    ((('و', 0, 1), ('ب', 1, 2), ('ال', 2, 4)), (), (('ل', 0, 1), ('ال', 1, 1)))
    """
    if len(word) < _SHORTEST or word[0] not in "وفابلكس":
        return ()
    if word[0] == "ا":
        return _ARTICLE_ONLY if word[1] == "ل" and _has_article(word, 0) else ()
    if word[0] not in "وف" or not _conjunction(word):
        return _preposition(word, 0)
    return ((word[0], 0, 1), *_preposition(word[1:], 1))


def _preposition(word: str, start: int) -> tuple[tuple[str, int, int], ...]:
    """Give what a word has of س, ب ل ك and the article; `start` is its own place."""
    first = word[0]
    if first == "ا":
        return _BEHIND_CONJUNCTION if _has_article(word, 0) else ()
    whole = _may_be_whole(word) and _NO_CLITIC_ARTICLE.match(word)
    if whole or first not in "بلكس" or len(word) < _SHORTEST:
        return ()
    own = ((first, start, start + 1),)
    if word.startswith(_TO_ARTICLE) and len(word) > _SHORTEST and word != "لله":
        if _LAM_NAME.match(word, 2):
            return own
        return (*own, (_ARTICLE, start + 1, start + 1 if _OWN_LAM.match(word, 2) else start + 2))
    if first != "س" and _has_article(word, 1):
        return (*own, (_ARTICLE, start + 1, start + 3))
    is_clitic = word[1:] in _SHORT[first] or (len(word) > _SHORTEST and _is_clitic(word))
    return own if is_clitic else ()


def split_clitics(word: str) -> Split:
    """Take the proclitics off a word, so that what is behind them can be looked up.

    The word may be display or search text, with tashkeel or without; places count in it as given.
    No dictionary stands behind this: an unseen name that begins like a clitic and a word is cut.

    >>> split_clitics("وَبِالتَّعاوُنِ").stem.text
    'تَّعاوُنِ'
    >>> [split_clitics(word).stem.text for word in ("بيروت", "ببيروت", "والده", "والدولة", "سيعلن")]
    ['بيروت', 'بيروت', 'والده', 'دولة', 'يعلن']
    """
    folded = to_search(word)
    cuts = clitic_cuts(folded)
    if not cuts:
        return Split((), Word(word, 0, len(word)))
    places = [place for place, letter in enumerate(word) if to_search(letter)]
    places.append(len(word))
    pieces = tuple(Word(spelling, places[start], places[end]) for spelling, start, end in cuts)
    end = pieces[-1].end
    return Split(pieces, Word(word[end:], end, len(word)))
