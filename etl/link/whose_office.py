"""Which country or body between states a title names as its own: السفير الكويتي لدى العراق is Kuwait's. Pure."""

from etl.link import grammar
from etl.link.back_reference import back_reference
from etl.link.gazetteer import Match
from etl.link.reading import Reading
from etl.link.titles import Title


def title_country(reading: Reading, title: Title) -> str:  # noqa: C901 (a decision list)
    """Give the country or body that a title names as its own, or nothing: السفير الكويتي لدى العراق is Kuwait's."""
    second = ""
    at = title.first + 1
    is_about = False
    while at <= title.last:
        word = reading.tokens[at].word
        place = reading.place_at(at)
        if place is None or place.last > title.last:
            if word in _KINGDOM and not is_about:
                return _kingdom(reading, at)
            if not is_about or word.startswith("لل"):
                code = back_reference(reading, at)
                if code:
                    return code
            is_about = is_about or word in grammar.FOR or word.startswith(("لشءون", "بشءون"))
            at += 1
            continue
        code = _code(reading, place)
        if code and not is_about:
            return code
        is_at = reading.tokens[at - 1].word == "لدي"
        if code and not second and place.name.kind == "agency" and not is_at:
            second = code
        if code and not second and title.head not in _ABROAD:
            second = code
        if not code and not second and place.name.kind in {"agency", "generic"}:
            second = _by_namesakes(reading, place)
        at = place.last + 1
    if not second:
        second = _body_adjective(reading, title)
    return second


_KINGDOM = frozenset({"المملكه", "للمملكه"})


def _kingdom(reading: Reading, at: int) -> str:
    """Give whose المملكة is: of the Arab kingdom that stands before it, else of the first one behind."""
    named = [(first, match.name.entity_id) for first, match in sorted(reading.country_at.items())]
    kingdoms = [(first, code) for first, code in named if code in _KINGDOMS]
    before = [code for first, code in kingdoms if first < at]
    return (before or [code for _, code in kingdoms] or [""])[-1 if before else 0]


_KINGDOMS = frozenset({"SA", "MA", "JO", "BH"})


def _by_namesakes(reading: Reading, place: Match) -> str:
    """Give whose a body is that several countries have by that name, if the article names one of them."""
    codes = {
        reading.facts.agencies[match.name.entity_id].country
        for match in reading.matches
        if match.first == place.first and match.last == place.last and match.name.kind == "agency"
    }
    named = codes & {match.name.entity_id for match in reading.country_at.values()}
    return named.pop() if len(named) == 1 else ""


_SURE_IN_TITLES = frozenset(
    {"قطر", "المغرب", "النيجر", "تشاد", "مالي", "طرابلس", "جورجيا", "غينيا", "الكونغو"}
)


_ABROAD = frozenset(
    {
        "سفير",
        "سفيره",
        "مبعوث",
        "مبعوثه",
        "مندوب",
        "مندوبه",
        "قنصل",
        "منسق",
        "منسقه",
        "ممثل",
        "سفيرا",
        "مندوبها",
        "ممثلها",
        "مبعوثا",
        "مندوبا",
        "قنصلا",
    }
)


def _code(reading: Reading, place: Match) -> str:
    name = place.name
    if name.kind == "country":
        is_doubtful = name.is_ambiguous and name.form != "demonym" and name.folded not in _SURE_IN_TITLES
        return "" if is_doubtful else name.entity_id
    if name.kind == "agency" and not name.is_ambiguous:
        return reading.facts.agencies[name.entity_id].country
    return ""


def _body_adjective(reading: Reading, title: Title) -> str:
    for at in range(title.first, title.last + 1):
        word = reading.bare(at)
        is_high = word in {"سامي", "ساميه"} and title.head in {"مفوض", "مفوضه"}
        if word in {"اممي", "امميه"} or is_high:
            return "UN"
        if word in {"اوروبي", "اوروبيه"} and title.head in {
            "مفوض",
            "مفوضه",
            "مبعوث",
            "ممثل",
            "ممثله",
            "منسق",
            "مسءول",
            "مسءوله",
        }:
            return "EU"
    return ""
