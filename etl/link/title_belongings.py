"""Which words go on with a title: genitives, adjectives, portfolios, towns. Pure."""

from etl.link import grammar
from etl.link import title_words as words
from etl.link.cities import FIRST_WORDS
from etl.link.names import name_at
from etl.link.reading import Reading
from etl.link.tokens import ARTICLE, bare


def _is_before_name(reading: Reading, at: int) -> bool:
    """Tell a town behind ب by what follows it: a rank or an honorific, and then a name."""
    start = words.behind_honorifics(reading, at)
    return start > at and reading.is_open(start) and name_at(reading, start) is not None


def _is_charged(reading: Reading, begin: int, at: int) -> bool:
    before = reading.tokens[max(begin, at - 2) : at]
    return any(token.word in words.CHARGED for token in before)


def _is_chain(reading: Reading, at: int) -> bool:
    """Tell a chain of genitives (مدير إدارة إسعافات المطارات): it ends with the first article."""
    before, after = reading.tokens[at - 1], reading.tokens[at + 1 : at + 2]
    return (
        before.word in grammar.CONSTRUCT
        and not before.word.startswith(ARTICLE)
        and reading.is_open(at + 1)
        and after[0].word.startswith(ARTICLE)
    )


def belongs(  # noqa: C901, PLR0911 (a decision list)
    reading: Reading, begin: int, at: int, *, has_article: bool
) -> bool:
    """Tell whether a word that is no head, name or preposition goes on with the title that begins at `begin`."""
    word = reading.tokens[at].word
    kind = reading.kind(at)
    if word in grammar.CONSTRUCT:
        return True
    if word.startswith(ARTICLE) and words.follows_state(reading, begin, at):
        return word in grammar.AFTER_TITLE
    if word.startswith(ARTICLE):
        return kind != "name" or word[2:] in reading.facts.title_words
    if word[:3] == "وال" or word[:2] == "لل":
        return kind != "name"
    if word[0] == "ب" and (word[1:] in FIRST_WORDS or _is_before_name(reading, at + 1)):
        return True
    if word[:3] == "بال":
        return word[3:] in reading.facts.title_words or _is_charged(reading, begin, at)
    if bare(word) in reading.facts.title_words or reading.tokens[at - 1].word in words.OWNERS:
        return True
    if at == begin + 1 and not has_article and kind == "common" and reading.is_open(at + 1):
        return reading.tokens[at + 1].word.startswith(ARTICLE)
    if kind == "common" and _is_chain(reading, at):
        return True
    rest = word[1:]
    if word[0] == "و" and (rest in words.PEOPLE or not reading.is_open(at + 1)):
        return False
    if word[0] in "وبل" and (rest in reading.facts.title_words or rest in grammar.CONSTRUCT):
        return True
    return reading.bare(at - 1) in grammar.PLACE_NOUNS and (kind != "common" or word in FIRST_WORDS)
