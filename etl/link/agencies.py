"""The public bodies that an article names, and whose they are. Pure.

A body's own name says it; a generic one (وزارة الداخلية) gets its country from the nisba or country beside it,
else from the countries that the article names near it and most.
"""

from collections.abc import Sequence
from hashlib import md5

from etl.link import grammar
from etl.link.beside import country_beside
from etl.link.cities import FIRST_WORDS
from etl.link.coordinated import find_coordinated
from etl.link.found import Person, Place
from etl.link.gazetteer import Match
from etl.link.reading import Reading
from etl.link.tokens import COMMA, SOFT, bare
from etl.link.unlisted import find_unlisted
from etl.link.whose import Whose

_SHORTEST_TOWN = 3
_FEWEST = 2
LISTED_RULE = "agency-name/1"
BESIDE_RULE = "agency-beside/1"
CONTEXT_RULE = "agency-context/1"

_UNNAMED_AFTER = frozenset({"العربيه", "العرب", "الاجنبيه", "المختلفه", "المختصه", "المعنيه"})


def find_agencies(
    reading: Reading, people: Sequence[Person], countries: Sequence[Place], whose: Whose
) -> list[Place]:
    """Return every mention of a public body, in reading order, without those inside people's titles."""
    taken = bytearray(len(reading.tokens) + 1)
    for person in people:
        taken[person.first : person.last + 1] = b"\x01" * (person.last - person.first + 1)
        if person.title:
            _take_title(reading, person.title, taken)
            taken[person.title[1] + 1 : person.offices_last + 1] = b"\x01" * max(
                person.offices_last - person.title[1], 0
            )
    for phrase in reading.matches:
        if phrase.name.kind == "exclusion" and phrase.name.form in {
            "organization",
            "charity",
            "news",
            "company",
            "university",
        }:
            taken[phrase.first : phrase.last + 1] = b"\x01" * (phrase.last - phrase.first + 1)
    beside = {place.first: place for place in countries}
    spans: dict[tuple[int, int], list[Match]] = {}
    for match in reading.matches:
        if match.name.kind in {"agency", "generic"}:
            spans.setdefault((match.first, match.last), []).append(match)
    found = find_coordinated(reading, taken, beside, whose)
    for (first, last), group in sorted(spans.items(), key=lambda item: (item[0][0] - item[0][1], item[0][0])):
        if any(taken[first : last + 1]) or _is_in_title(reading, first):
            continue
        place = _read(reading, group, beside, whose)
        if place is not None:
            taken[place.first : place.last + 1] = b"\x01" * (place.last - place.first + 1)
            found.append(place)
    found += find_unlisted(reading, taken, beside, whose)
    found.sort(key=lambda place: place.first)
    _join_short(reading, found)
    return found


def _join_short(reading: Reading, found: list[Place]) -> None:
    """Give a body's short form (المحكمة الابتدائية) the entity of the fuller name that the article has."""
    words = [
        (bare(reading.tokens[each.first].word[each.cut :]), *_words(reading, each.first + 1, each.last))
        for each in found
    ]
    for at, place in enumerate(found):
        if place.rule in {LISTED_RULE, BESIDE_RULE} or len(words[at]) < _FEWEST:
            continue
        code = place.entity_id.partition("-")[0]
        short, size = words[at], len(words[at])
        fuller = {
            other.entity_id
            for other, own in zip(found, words, strict=True)
            if own[0] == short[0]
            and len(own) > size
            and own[:size] == short
            and other.entity_id.partition("-")[0] == code
            and other.entity_id != place.entity_id
        }
        if len(fuller) == 1:
            place.entity_id = fuller.pop()


def _words(reading: Reading, first: int, last: int) -> tuple[str, ...]:
    return tuple([token.word for token in reading.tokens[first : last + 1]])


def _take_title(reading: Reading, title: tuple[int, int, int], taken: bytearray) -> None:
    """Leave a title's words out, but for a service that it names in full (قائد القيادة الجنوبية الأمريكية)."""
    first, last, _ = title
    free: set[int] = set()
    for at in range(first + 1, last + 1):
        match = reading.agency_at.get(at)
        if match is None or match.last > last or match.name.kind != "agency" or match.name.is_ambiguous:
            continue
        is_force = reading.facts.agencies[match.name.entity_id].kind == "armed_force"
        if is_force and match.last > match.first + 1 and bare(reading.tokens[first].word) in _COMMANDERS:
            free.update(range(at, match.last + 1))
    for at in range(first, last + 1):
        taken[at] = 0 if at in free else 1
    behind = reading.agency_at.get(last + 1)
    if behind is not None and reading.tokens[last + 1].gap == SOFT:
        within = {
            match.name.entity_id for at in range(first, last + 1) if (match := reading.agency_at.get(at))
        }
        if behind.name.entity_id in within:  # Its abbreviation in brackets: (سي آي إيه).
            taken[behind.first : behind.last + 1] = b"\x01" * (behind.last - behind.first + 1)


_COMMANDERS = frozenset({"قاءد", "قاءده", "وقاءد"})


def _is_in_title(reading: Reading, first: int) -> bool:
    """Tell the ministry inside وزير الداخلية: its bare name stands right behind a head."""
    if first == 0 or reading.tokens[first].gap >= SOFT:
        return False
    before = reading.tokens[first - 1].word
    return bare(before) in {"وزير", "وزيره", "وزراء", "كاتب", "وكيل"} or before[1:] in {
        "وزير",
        "وزيره",
        "وزراء",
    }


def _read(  # noqa: PLR0911 (a decision list)
    reading: Reading, group: list[Match], beside: dict[int, Place], whose: Whose
) -> Place | None:
    """Decide what body a name is, and whose."""
    facts = reading.facts
    match = group[0]
    near, last = country_beside(reading, match.last, beside)
    sure = [each for each in group if each.name.kind == "agency" and not each.name.is_ambiguous]
    agency = facts.agencies[sure[0].name.entity_id] if sure else None
    if agency and not _is_elsewhere(agency.country, near, whose, is_common=agency.kind in _COMMON):
        return _made(sure[0], agency.agency_id, sure[0].last, LISTED_RULE, 1.0)
    if not near and _is_of_private(reading, match.last):
        return None
    said, firsts = ("", ()) if near else _elsewhere(reading, match, beside)
    if near or said:
        code, score = near or said, 0.95 if near else 0.9
    else:
        code, score = whose.at(*firsts)
    rule = BESIDE_RULE if near else CONTEXT_RULE
    own = [each for each in group if each.name.kind == "agency" and each not in sure]
    fitting = [each for each in own if facts.agencies[each.name.entity_id].country == code]
    generic = next((each for each in group if each.name.kind == "generic"), None) or _shorter(reading, match)
    fuller = "" if near else _fuller(reading, match, code)
    if fuller:
        return _made(match, fuller, last, rule, score)
    if not fitting and not near and (generic is None or generic.name.is_ambiguous):
        fitting = [each for each in own if _fits(facts.agencies[each.name.entity_id].country, whose)]
        fitting.sort(key=lambda each: -whose.known[facts.agencies[each.name.entity_id].country])
    if fitting:
        return _made(fitting[0], fitting[0].name.entity_id, last, rule, score)
    if match.last == match.first and match.name.is_ambiguous and _is_governed(reading, match):
        return None
    if generic is None or not code or (generic.name.is_ambiguous and not near):
        return None
    is_open = reading.is_open(match.last + 1) and generic.name.entity_id != "public-prosecution"
    if not near and is_open and reading.tokens[match.last + 1].word in _UNNAMED_AFTER:
        return None
    return _generic(reading, generic, code, last, (rule, score))


_NOUNS = frozenset(
    "هيءه قطاع مجال مجالات شءون ملف خدمات خدمه لجنه سوق مديريه اداره مندوبيه وكاله قسم مصلحه مركز نظام قانون حقوق منظومه مكتب سياسه".split()
)


def _is_governed(reading: Reading, match: Match) -> bool:
    """Tell الصحة in هيئة الصحة and قطاع الصحة from the ministry's short name."""
    at = match.first
    if not at or reading.tokens[at].gap >= SOFT or match.cut:
        return False
    before = reading.tokens[at - 1].word
    return before in _NOUNS or before[1:] in _NOUNS


_COMMON = frozenset({"ministry", "court"})
_BETWEEN = frozenset({"UN", "EU", "AU", "WB"})


def _is_elsewhere(country: str, near: str, whose: Whose, *, is_common: bool) -> bool:
    """Tell a name that another country's ministry bears too: that one stands beside it, or alone in the text."""
    if not is_common or len(country) > len("XX") or country in _BETWEEN:
        return False
    return (bool(near) and near != country) or (not whose.known[country] and bool(whose.known))


def _is_of_private(reading: Reading, last: int) -> bool:
    """Tell a party's or an association's organ (المجلس الوطني للجمعية)."""
    if not reading.is_open(last + 1):
        return False
    word = reading.tokens[last + 1].word
    return word[0] == "ل" and word in grammar.PRIVATE


def _elsewhere(reading: Reading, match: Match, beside: dict[int, Place]) -> tuple[str, tuple[int, ...]]:
    """Give the one country that stands beside the same words elsewhere, titles too, and where none does."""
    folded = match.name.folded
    known = reading.said.get(folded)
    if known is None:
        near = {at: country_beside(reading, last, beside)[0] for at, last in reading.bodies[folded].items()}
        codes = set(near.values()) - {""}
        firsts = tuple(sorted({at for at, code in near.items() if not code} | {match.first}))
        known = reading.said[folded] = codes.pop() if len(codes) == 1 else "", firsts
    return known


def _fuller(reading: Reading, match: Match, code: str) -> str:
    """Give the body of that country whose full name begins with the words and stands in the article."""
    agencies = reading.facts.agencies
    return next(
        (
            each.name.entity_id
            for each in reading.agency_at.values()
            if each.name.kind == "agency"
            and not each.name.is_ambiguous
            and each.name.folded.startswith(match.name.folded + " ")
            and agencies[each.name.entity_id].country == code
        ),
        "",
    )


def _shorter(reading: Reading, match: Match) -> Match | None:
    """Give the generic name that a longer one begins with."""
    fitting = [
        each
        for each in reading.matches
        if each.first == match.first and each.name.kind == "generic" and not each.name.is_ambiguous
    ]
    return max(fitting, key=lambda each: each.last)._replace(last=match.last) if fitting else None


def _fits(country: str, whose: Whose) -> bool:
    """Tell whether a name that needs context has it: its country is named, or it is a body between states."""
    return whose.known[country] > 0 or whose.bodies[country] > 0


def _generic(reading: Reading, match: Match, code: str, last: int, found: tuple[str, float]) -> Place:
    rule, score = found
    kind_id = match.name.entity_id
    listed = reading.facts.by_generic.get((code, kind_id))
    if match.name.form != "place":
        return _made(match, listed or f"{code.lower()}-{kind_id}", last, rule, score)
    place, end = _town(reading, match.last)
    if place:
        return _made(match, f"{code.lower()}-{kind_id}-{place}", max(last, end), rule, score)
    return _made(match, f"{code.lower()}-{kind_id}", last, rule, score)


def _town(reading: Reading, last: int) -> tuple[str, int]:
    """Give the town of a court or police district (بالرباط, في أكادير), and the last word with it."""
    at = last + 1
    if at >= len(reading.tokens) or reading.tokens[at].gap >= COMMA:
        return "", last
    word = reading.tokens[at].word
    if word in {"في", "بمدينه", "لمدينه"} and reading.is_open(at + 1) and not reading.is_stop(at + 1):
        at += 1
        town = reading.tokens[at].word
    elif (
        word[0] == "ب"
        and len(word) > _SHORTEST_TOWN
        and (reading.kind(at) in {"clitic", "unknown"} or reading.country_at.get(at))
    ):
        town = word[1:]
    elif word in FIRST_WORDS:
        town = word
    elif word.startswith("بال"):
        town = word[1:]
    else:
        return "", last
    return md5(bare(town).encode(), usedforsecurity=False).hexdigest()[:6], at


def _made(match: Match, entity_id: str, last: int, rule: str, score: float) -> Place:
    return Place(
        kind="agency",
        entity_id=entity_id,
        first=match.first,
        last=last,
        cut=match.cut,
        rule=rule,
        score=score,
    )
