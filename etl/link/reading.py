"""An article on its way through the linker: words, what the lists say of each, and where names begin. Pure."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from etl.link.cities import FIRST_WORDS
from etl.link.facts import Facts
from etl.link.gazetteer import Match
from etl.link.grammar import AFTER_TITLE, HEADS, HONORIFICS, ONLY_RANKS, STOPS
from etl.link.outlets import is_of_the_day
from etl.link.tokens import ARTICLE, COMMA, SOFT, Text, Token, bare, starts

_PREFIXES = (
    "وال",
    "بال",
    "فال",
    "كال",
    "ولل",
    "وبال",
    "لل",
    "ال",
    "و",
    "ف",
    "ب",
    "ل",
    "ك",
    "س",
    "وس",
    "وب",
    "ول",
)
_SUFFIXES = ("ها", "هم", "نا", "ه", "ا", "ت", "ون", "ين", "ات", "وا", "تها", "ته", "اته", "اتها", "ي", "يه")
_SHORTEST = 3
_FOREIGN = "foreign"
_ALI = "علي"


class Reading:
    """One article and the matches of all lists in it."""

    __slots__ = (
        "_heads",
        "_kinds",
        "agency_at",
        "bodies",
        "country_at",
        "facts",
        "matches",
        "official_at",
        "said",
        "surnames",
        "text",
        "tokens",
    )

    def __init__(self, text: Text, facts: Facts, kinds: dict[str, str]) -> None:
        """Look all names up once; `kinds` is a memory that articles may share."""
        self.text = text
        self.tokens: Sequence[Token] = text.tokens
        self.facts = facts
        self._kinds = kinds
        self._heads = [_head(token.word) for token in text.tokens]
        self.matches = tuple(
            match
            for match in facts.places.find(text.tokens)
            if match.name.kind != "exclusion" or not is_of_the_day(match, text.tokens)
        )
        self.country_at: dict[int, Match] = {}
        self.agency_at: dict[int, Match] = {}
        self.bodies: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self.said: dict[str, tuple[str, tuple[int, ...]]] = {}
        for match in self.matches:
            if match.name.kind == "country":
                if not (match.cut and facts.words.get(text.tokens[match.first].word) == "name"):
                    _keep_longest(self.country_at, match)
            elif match.name.kind in {"agency", "generic"}:
                _keep_longest(self.agency_at, match)
                self.bodies[match.name.folded][match.first] = match.last
        self.official_at: dict[int, tuple[Match, ...]] = {}
        for match in facts.people.find(text.tokens):
            self.official_at[match.first] = (*self.official_at.get(match.first, ()), match)
        self.surnames = {
            text.tokens[match.last].word
            for matches in self.official_at.values()
            for match in matches
            if match.last > match.first
        }

    def kind(self, at: int) -> str:
        """Say what a word is by the lists: name, both, common, or unknown; with clitics, their stem's."""
        word = self.tokens[at].word
        if word == _ALI:
            return "name" if self._is_ali(at) else "common"
        kind = self._kinds.get(word)
        if kind is None:
            kind = self._kinds[word] = self._read_kind(word)
        return kind

    def _is_ali(self, at: int) -> bool:
        """Tell علي from على, which fold to one form, by the names around it."""
        after = (
            self.tokens[at + 1].word if at + 1 < len(self.tokens) and self.tokens[at + 1].gap < SOFT else ""
        )
        is_followed = after in {"بن", "ابن"} or (after != _ALI and self.facts.words.get(after) == "name")
        before = self.tokens[at - 1].word if at and self.tokens[at].gap < SOFT else ""
        is_title = bool(before) and (bare(before) in HEADS or before in HONORIFICS or before in AFTER_TITLE)
        if "ى" in self.text.surface(at, at):
            # على, or علي as Egypt prints it: only a title before it and a name behind it tell.
            return is_followed and is_title
        if _ON in self.text.display:
            # An article that writes على with its own letter means the name by علي, slips aside.
            is_third = at > 1 and self.kind(at - 1) == self.kind(at - 2) == "name"
            return not is_third or not after or self.kind(at + 1) != "common" or after.startswith(ARTICLE)
        return is_followed or before in self.facts.given or before in {"بن", "ابن", "ابو", "ال"}

    def _read_kind(self, word: str) -> str:  # noqa: C901, PLR0911 (a decision list)
        words = self.facts.words
        known = words.get(word)
        if known:
            return "unknown" if known == _FOREIGN else known
        if word[0].isdigit() or word[0].isascii():
            return "common"
        if word.startswith(ARTICLE) and words.get(word[2:]) in {"name", "both"}:
            return "name"
        for prefix in _PREFIXES:
            if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST:
                rest = words.get(word[len(prefix) :])
                if rest == "common":
                    return "common"
                if rest and prefix != ARTICLE and prefix[0] not in "فكس":
                    return "clitic"
        for suffix in _SUFFIXES:
            if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST:
                stem = word[: -len(suffix)]
                if words.get(stem) == "common" or words.get(stem + "ه") == "common":
                    return "common" if len(suffix) > 1 else "both"
        return "unknown"

    def place_at(self, at: int) -> Match | None:
        """Give the longest country or body that begins at a word."""
        country, agency = self.country_at.get(at), self.agency_at.get(at)
        if country is None:
            return agency
        return agency if agency is not None and country.last <= agency.last else country

    def next_head(self, at: int) -> int:
        """Give the first word from a place on that may be a title's head, else the number of words."""
        heads, size = self._heads, len(self._heads)
        while at < size and heads[at] is None:
            at += 1
        return at

    def head_at(self, at: int) -> tuple[str, bool, int] | None:
        """Give the title head at a word (وزير, وللمدير): without article, whether it has one, letters cut."""
        head = self._heads[at]
        if head is None:
            return None
        word = self.tokens[at].word
        if word == _WALI and not self._is_wali(at):
            return None
        if word == _SHEIKH and not (self.is_open(at + 1) and self.tokens[at + 1].word == "الازهر"):
            return None
        never = _NEVER_DEFINITE if head[1] else ONLY_RANKS
        return None if head[0] in never else head

    def _is_wali(self, at: int) -> bool:
        """Tell والي (governor) from وإلى (and to), which fold to one form."""
        after = self.tokens[at + 1].word if self.is_open(at + 1) else ""
        return after in _WALI_OF or after in FIRST_WORDS

    def is_open(self, at: int) -> bool:
        """Tell whether a word is there and joined to the one before without comma or full stop."""
        return at < len(self.tokens) and self.tokens[at].gap < COMMA

    def is_stop(self, at: int) -> bool:
        """Tell a word that no title and no name goes past."""
        return self.tokens[at].word in STOPS

    def bare(self, at: int) -> str:
        """Give a word without its article."""
        return bare(self.tokens[at].word)


_ON = " على "
_NO_CLITIC = frozenset({"قاض", "مدع"})
_WALI = "والي"
_SHEIKH = "شيخ"
_NEVER_DEFINITE = frozenset({"رءيسي", "كبير", "عامل", "مراقب", "مقرر", "مقرره", "قاءم"})
_WALI_OF = frozenset("جهه ولايه امن بنك عماله اقليم الجهه الولايه مدينه".split())


@lru_cache(maxsize=65536)
def _head(word: str) -> tuple[str, bool, int] | None:
    for start in starts(word):
        if start.bare in HEADS and not (start.cut and start.bare in _NO_CLITIC):
            return start.bare, start.has_article, start.cut
    return None


def _keep_longest(found: dict[int, Match], match: Match) -> None:
    known = found.get(match.first)
    if known is None or (match.last, known.cut) > (known.last, match.cut):
        found[match.first] = match
