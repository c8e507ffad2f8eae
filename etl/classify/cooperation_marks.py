"""A word to what the rules must know of it before any pattern is tried, as bits of one number. Pure.

To look a word up costs a hundredth of a search of its sentence for a pattern, and nearly all sentences of
an article hold no rule's words together: the patterns are tried where they do.
"""

from functools import reduce
from operator import or_

from etl.classify.cooperation_rules import RULES
from etl.classify.cooperation_words import DATED, SECURITY, SUBJECTS, pattern
from etl.text.letters import fold
from etl.text.word_table import WordTable

_BOTH = pattern(
    r"[وفبل]{0,2}(?:ال|ل)(?:بلدين|بلدان|جانبين|جانبان|طرفين|طرفان|دولتين|دولتان|وزيرين|وزيران|مسؤولين|مسؤولان|رئيسين|رئيسان)|[ولب]{0,2}نظير(?:ه|ها|ته)"
)
GOES_ON = (
    r"[وفبل]{0,2}(?:ال|لل)(?:زيارة|لقاء|اجتماع|مباحثات|محادثات|مكالمة|اتصال|محادثة|جانبين|طرفين|جانبان|طرفان)"
)
"""A word by which a text goes on to tell of a meeting that it has named."""
_GOES_ON = pattern(GOES_ON)
_DATED = pattern(DATED)
# One word of each phrase that sets a part of a sentence apart: see `etl.classify.cooperation_facts`.
_APART = frozenset(
    fold(
        "فيما بينما حين المقابل جهته جهتها جانبه جانبها ناحية وأضاف وأضافت وأشار وأشارت وقال وقالت وأوضح وأوضحت مشيرا مشيرة لكن غير إلا"
    ).split()
)

_ALL_RULES = (1 << len(RULES)) - 1
IS_SECURITY, IS_BOTH, IS_APART, IS_DATED, GOES_ON_BY = (1 << (2 * len(RULES) + place) for place in range(5))
_SUBJECTS_FROM = 2 * len(RULES) + 5
_SUBJECT_WORDS = tuple(
    tuple(each.split(" ")[0] for each in words.pattern.split("|")) for _, words in SUBJECTS
)


def _marks(word: str) -> int:
    """Give the bits of one word of search text: rules by anchor, rules by head, what it is, subjects."""
    found, bounded = 0, f"<{word}>"
    for number, rule in enumerate(RULES):
        found |= any(anchor in bounded for anchor in rule.anchors) << number
        found |= any(head in bounded for head in rule.heads) << (len(RULES) + number)
    found |= IS_SECURITY * (SECURITY.fullmatch(word) is not None)
    found |= IS_BOTH * (_BOTH.fullmatch(word) is not None)
    found |= IS_APART * (word in _APART)
    found |= IS_DATED * (_DATED.search(word) is not None)
    found |= GOES_ON_BY * (_GOES_ON.fullmatch(word) is not None)
    for number, words in enumerate(_SUBJECT_WORDS):
        found |= any(each in word for each in words) << (_SUBJECTS_FROM + number)
    return found


_marks_of = WordTable(r"\w", _marks)
_secure = WordTable(r"\w", lambda word: word if SECURITY.fullmatch(word) else None)


def trim() -> None:
    """Forget words, where too many are remembered."""
    _marks_of.trim()
    _secure.trim()


def marks(text: str) -> int:
    """Give the bits of all words of a search text together."""
    return reduce(or_, _marks_of.of_folded(text), 0)


def rules_by(bits: int) -> tuple[int, ...]:
    """Give the numbers of the rules of which a sentence of these bits holds both an anchor and a head."""
    both = bits & (bits >> len(RULES)) & _ALL_RULES
    return tuple(number for number in range(both.bit_length()) if both >> number & 1) if both else ()


def secure_words(text: str) -> int:
    """Count the different words of security of a search text."""
    return len(set(filter(None, _secure.of_folded(text))))


def subjects(text: str, bits: int) -> tuple[str, ...]:
    """Give what a search text of these bits is about, by its words."""
    bits >>= _SUBJECTS_FROM
    if not bits:
        return ()
    return tuple(
        name for number, (name, words) in enumerate(SUBJECTS) if bits >> number & 1 and words.search(text)
    )
