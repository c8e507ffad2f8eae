"""Listed people that stand without a title. Pure."""

from etl.link import grammar
from etl.link.found import Person
from etl.link.gazetteer import Match
from etl.link.names import name_at
from etl.link.reading import Reading
from etl.link.tokens import SOFT

LISTED_RULE = "listed/1"


def find_listed(reading: Reading, claimed: bytearray) -> list[Person]:
    """Return listed people that stand without a title."""
    found: list[Person] = []
    for first, matches in sorted(reading.official_at.items()):
        sure = [match for match in matches if not match.name.is_ambiguous and not _is_other_word(match)]
        if not sure or any(claimed[first : sure[0].last + 1]):
            continue
        if _is_within_other(reading, sure[0]):
            claimed[first : sure[0].last + 1] = b"\x03" * (sure[0].last - first + 1)
            continue
        country = reading.country_at.get(first) or reading.country_at.get(first - 1)
        if country is not None and country.last >= sure[0].last:
            continue
        match = sure[0]
        last = match.last
        if match.last > match.first or match.name.form != "short":
            longer = name_at(reading, first) if match.cut == 0 else None
            is_whole = match.last - match.first >= _WHOLE and not _is_definite(reading, last + 1)
            is_longer = longer is not None and longer > last and not is_whole
            if is_longer and (match.last == match.first or reading.kind(last + 1) == "name"):
                continue
        elif (
            last + 1 < len(reading.tokens)
            and reading.tokens[last + 1].gap < SOFT
            and (reading.kind(last + 1) == "name" or _is_first_name(reading, last))
        ):
            continue
        claimed[first : last + 1] = b"\x01" * (last - first + 1)
        found.append(_person(reading, match, tuple(each.name.entity_id for each in sure)))
    return found


def _person(reading: Reading, match: Match, official_ids: tuple[str, ...]) -> Person:
    begin = match.first
    while begin < match.last and reading.tokens[begin].word in grammar.HONORIFICS and not match.cut:
        begin += 1
    return Person(
        first=begin,
        last=match.last,
        cut=match.cut,
        rule=LISTED_RULE,
        score=0.9 if match.last > match.first else 0.7,
        official_ids=official_ids,
        is_short=match.last == match.first or match.name.form == "short",
    )


_WHOLE = 2


def _is_definite(reading: Reading, at: int) -> bool:
    return at < len(reading.tokens) and reading.tokens[at].word.startswith(("ال", "بن"))


def _is_first_name(reading: Reading, at: int) -> bool:
    """Tell a first name that is also a listed surname (سلام جلالي) by the unknown word behind it."""
    word = reading.tokens[at + 1].word
    return (
        reading.kind(at + 1) == "unknown"
        and reading.tokens[at].word in reading.facts.given
        and word[0] not in "تيسو"
    )


def _is_other_word(match: Match) -> bool:
    """Tell المبارك (blessed) from the surname مبارك: an article that the list does not have."""
    is_short = match.last == match.first
    if match.name.folded in _PRAISE:
        return True
    return is_short and match.has_article and not match.name.folded.startswith("ال")


_PRAISE = frozenset({"الحمدالله", "الحمدلله", "الحمد الله", "الحمد لله"})


def _is_within_other(reading: Reading, match: Match) -> bool:  # noqa: PLR0911 (a decision list)
    """Tell ميلانيا ترامب and شارع محمد الخامس from the official: a name or a thing named for him before it."""
    at = match.first
    tokens = reading.tokens
    if any(
        place.last >= match.last and place.last > place.first
        for first in range(max(0, at - 5), at + 1)
        for place in (reading.agency_at.get(first),)
        if place is not None
    ):
        return True
    if at == 0 or tokens[at].gap >= SOFT or match.cut:
        return False
    before = tokens[at - 1].word
    if before in _NAMED_FOR or before[1:] in _NAMED_FOR:
        return True
    if at > 1 and tokens[at - 1].gap < SOFT and before in grammar.HONORIFICS:
        noun = tokens[at - 2].word
        if noun in _NAMED_FOR or noun[1:] in _NAMED_FOR:
            return True
    if before in grammar.HONORIFICS or reading.head_at(at - 1) is not None:
        return False
    if before in {"بن", "ابن", "ابو", "ام", "بنت", "عبد"}:
        return True
    kind = reading.kind(at - 1)
    is_short = match.last == match.first
    if kind == "name" and reading.country_at.get(at - 1) is None and not before.startswith("ال"):
        return True
    return is_short and kind == "unknown" and not before.startswith("ال")


_NAMED_FOR = frozenset(
    "شارع جامعه مسجد ملعب مستشفي مطار جاءزه كاس مدرسه مدينه موءسسه مءسسه مركز حديقه جامع قصر مجمع ميناء جسر ساحه استاد شركه كتاءب سد محطه مترو انفاق ميدان بميدان كوبري دوار مخيم مسرح قاعه معهد سجن كليه اكاديميه حي بحي جاءزه منتزه".split()
)
