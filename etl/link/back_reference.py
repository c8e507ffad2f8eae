"""Whose body الجامعة, المجلس and الوزارة mean, by what the article has named before. Pure."""

from etl.link.reading import Reading

_REFERRING = frozenset(
    "الجامعه للجامعه المنظمه للمنظمه المجلس للمجلس الحلف للحلف الوكاله للوكاله الاتحاد للاتحاد الصندوق للصندوق المحكمه المفوضيه".split()
)


def back_reference(reading: Reading, at: int) -> str:
    """Give whose body الجامعة or المجلس is, by the body named before whose name begins so."""
    word = reading.tokens[at].word
    if word in _MINISTRY:
        return _last_ministry(reading, at)
    if word not in _REFERRING:
        return ""
    noun = word[2:]
    for first in range(at - 1, -1, -1):
        match = reading.agency_at.get(first)
        if (
            match is not None
            and match.name.kind == "agency"
            and match.name.folded.split()[0].removeprefix("ال") == noun
        ):
            return reading.facts.agencies[match.name.entity_id].country
    return ""


_MINISTRY = frozenset({"الوزاره", "للوزاره", "بالوزاره"})


def _last_ministry(reading: Reading, at: int) -> str:
    """Give whose the ministry named last is, where a nation stands beside it."""
    for first in range(at - 1, -1, -1):
        match = reading.agency_at.get(first)
        if match is None or not match.name.folded.startswith(("وزاره", "الخارجيه")):
            continue
        if match.name.kind == "agency" and not match.name.is_ambiguous:
            return reading.facts.agencies[match.name.entity_id].country
        country = reading.country_at.get(match.last + 1)
        return country.name.entity_id if country and country.name.form == "demonym" else ""
    return ""
