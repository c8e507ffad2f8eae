"""Article text to mentions of countries, officials and agencies. Pure.

`Linker` holds the lists, `link` reads one article: places and names are looked up once, then titles
and people, countries, bodies, and who is who, each step with the evidence of those before it.
"""

from dataclasses import dataclass

from etl.link.agencies import find_agencies
from etl.link.counted import home_of, title_of
from etl.link.countries import find_countries
from etl.link.facts import Facts
from etl.link.found import Person, Place
from etl.link.groups import group_people, settle
from etl.link.persons import find_people
from etl.link.reading import Reading
from etl.link.surnames import Group
from etl.link.tokens import ARTICLE, Text, read_text
from etl.link.whose import NOWHERE, Whose
from etl.model import Mention, MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedOfficial:
    """One person in one article; the id of one nobody listed begins with `p-`.

    `title` is as published, or None; `country` is alpha-2 or the short code of a body between states.
    """

    official_id: str
    name: str
    name_en: str
    surfaces: tuple[str, ...]
    title: str | None
    country: str
    is_provisional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedAgency:
    """One public body in one article; an id that no list holds is built from country and kind."""

    agency_id: str
    name_en: str
    surfaces: tuple[str, ...]
    country: str
    kind: str
    is_provisional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What an article names, as entities and as mentions in reading order."""

    countries: tuple[str, ...]
    officials: tuple[NamedOfficial, ...]
    agencies: tuple[NamedAgency, ...]
    mentions: tuple[Mention, ...]


class Linker:
    """All lists, ready to read articles with."""

    def __init__(self, facts: Facts) -> None:
        """Take the lists; what is learnt of a word is kept for the next article."""
        self.facts = facts
        self._kinds: dict[str, str] = {}

    def link(self, title: str, body: str, source_country: str = "") -> Linked:
        """Return the countries, officials and agencies of an article in display text.

        `source_country` is the country of the outlet (alpha-2): a hint for a body whose country the
        text leaves open.
        """
        if len(self._kinds) > _MOST_KINDS:
            self._kinds.clear()
        text = read_text(title, body)
        reading = Reading(text, self.facts, self._kinds)
        people = find_people(reading)
        countries = find_countries(reading, people)
        whose = Whose(reading, countries, source_country)
        groups = group_people(reading, people, whose)
        kept = [person for group in groups for person in group.people]
        if _is_touched(reading, people, kept):
            countries = find_countries(reading, kept)
            whose = Whose(reading, countries, source_country)
        whose.feel_people(
            (group.country, person.first)
            for group in groups
            if group.is_sure and group.country in self.facts.countries
            for person in group.people
            if person.title
        )
        for group in groups:
            settle(group, whose)
        whose.feel_home(home_of(groups, is_nowhere=not countries))
        agencies = find_agencies(reading, kept, countries, whose)
        mentions = [_mention(text, place) for place in (*countries, *agencies)]
        mentions += [mention for group in groups for mention in _namings(text, group)]
        order = {"title": 0, "body": 1}
        return Linked(
            countries=tuple(dict.fromkeys(place.entity_id for place in countries)),
            officials=tuple(_official(text, group) for group in groups),
            agencies=_agencies(text, self.facts, agencies),
            mentions=tuple(sorted(mentions, key=lambda each: (order[each.field], each.start, -each.end))),
        )


def _is_touched(reading: Reading, before: list[Person], after: list[Person]) -> bool:
    """Tell whether a name that came or went since holds the name of a country (محمد المصري)."""
    spans = [{(person.first, person.last) for person in people} for people in (before, after)]
    if spans[0] == spans[1]:
        return False
    words = [{at for first, last in each for at in range(first, last + 1)} for each in spans]
    return any(at in reading.country_at for at in words[0] ^ words[1])


_MOST_KINDS = 200_000
_KINDS = {kind.value: kind for kind in MentionKind}


def _mention(text: Text, place: Place) -> Mention:
    field, start, end = text.place(place.first, place.last, place.cut)
    return Mention(
        kind=_KINDS[place.kind],
        entity_id=place.entity_id,
        field=field,
        surface=text.surface(place.first, place.last, place.cut),
        start=start,
        end=end,
        rule=place.rule,
        score=place.score,
    )


def _namings(text: Text, group: Group) -> list[Mention]:
    found: list[Mention] = []
    for person in group.people:
        field, start, end = text.place(person.first, person.last, person.cut)
        found.append(
            Mention(
                kind=MentionKind.OFFICIAL,
                entity_id=group.entity_id,
                field=field,
                surface=text.surface(person.first, person.last, person.cut),
                start=start,
                end=end,
                rule=person.rule,
                score=person.score,
            )
        )
    return found


def _official(text: Text, group: Group) -> NamedOfficial:
    surfaces = dict.fromkeys(text.surface(each.first, each.last, each.cut) for each in group.people)
    titled = title_of(group)
    title = _title(text, *titled.title) if titled and titled.title else None
    return NamedOfficial(
        official_id=group.entity_id,
        name=group.name,
        name_en=group.official.name_en if group.official else "",
        surfaces=tuple(surfaces),
        title=title,
        country=group.country if group.country != NOWHERE else "",
        is_provisional=group.official is None,
    )


def _title(text: Text, first: int, last: int, cut: int) -> str:
    """Give a title as published, with the article that لل hides (للقائد الجهوي)."""
    surface = text.surface(first, last, cut)
    is_hidden = cut and text.tokens[first].word[:cut][-2:] == "لل"
    if "(" in surface and ")" not in surface:
        surface = surface.partition("(")[0].rstrip()
    return f"{ARTICLE}{surface}" if is_hidden else surface


def _agencies(text: Text, facts: Facts, places: list[Place]) -> tuple[NamedAgency, ...]:
    by_id: dict[str, list[Place]] = {}
    for place in places:
        by_id.setdefault(place.entity_id, []).append(place)
    return tuple(
        _agency(
            facts,
            agency_id,
            tuple(dict.fromkeys(text.surface(each.first, each.last, each.cut) for each in own)),
        )
        for agency_id, own in by_id.items()
    )


def _agency(facts: Facts, agency_id: str, surfaces: tuple[str, ...]) -> NamedAgency:
    listed = facts.agencies.get(agency_id)
    if listed is not None:
        return NamedAgency(
            agency_id=agency_id,
            name_en=listed.name_en,
            surfaces=surfaces,
            country=listed.country,
            kind=listed.kind,
            is_provisional=False,
        )
    code, _, rest = agency_id.partition("-")
    country = "" if code == "xx" else code.upper()
    kind_id = next((rest[:end] for end in _ends(rest) if rest[:end] in facts.generics), "")
    generic = facts.generics.get(kind_id)
    name = generic.name_en_pattern.format(country=facts.countries.get(country, country)) if generic else ""
    return NamedAgency(
        agency_id=agency_id,
        name_en=name,
        surfaces=surfaces,
        country=country,
        kind=generic.kind if generic else rest.partition("-")[0],
        is_provisional=True,
    )


def _ends(rest: str) -> list[int]:
    return [len(rest), rest.rfind("-")] if "-" in rest else [len(rest)]
