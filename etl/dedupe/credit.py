"""An article to whom it credits for its text: an agency, agencies unnamed, or another outlet. Pure.

A credit stands where outlets put one: in the attribution that the page states, in the dateline before the
first sentence, in brackets or alone behind the last one. A name inside a sentence is no credit: it says who
reported something, not whose text this is.
"""

import re
from dataclasses import dataclass
from functools import cache

from etl.dedupe.credit_names import AGENCIES, LABELS
from etl.text.letters import fold

_HEAD = 110
_LONGEST_NAME = 40
_PLACE_WORDS = 4
_NO_LETTER = re.compile(r"[\W\d_]+")
_BRACKETS = re.compile(r"[(\[]([^()\[\]\n]{1,60})[)\]]")
_LAST = re.compile(
    r"(?:[(\[]([^()\[\]\n]{1,60})[)\]]|(?:^|\n|[.»\"] ?)[-–—]+ ?([^-–—\n]{2,40}?) ?[-–—]+)[\s.،*]*$"
)
_LABELLED = re.compile(rf"^[\s*•(\[]*(?:{LABELS})\s*[:/|-]\s*(.+?)[\s.)\]*]*$", re.IGNORECASE)
_DATELINE = re.compile(r"^(.{2,100}?)(?:\s*[-–—:]+\s+|\s*[:]\s*|\.\.+\s*)")
_APART = re.compile(r"\s*[-–—،,/|+:]\s*|\s+و(?=\S{3})|\s*[()\[\]]\s*")
_SPACED = re.compile(r"\w\W+\w")


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """One outlet that an article credits; `credited_id` is "" for one that no list knows.

    `surface` is the name as printed, `rule` the place that it stood in.
    """

    credited_id: str
    surface: str
    rule: str


def read_credits(body: str, attribution: str | None = None) -> tuple[Credit, ...]:
    """Return whom an article credits, each once, the most formal place first.

    >>> [each.credited_id for each in read_credits("الرباط (أ ف ب) - أعلنت الحكومة المغربية خطة جديدة.")]
    ['afp']
    >>> [each.credited_id for each in read_credits("أعلنت الحكومة عن خطة جديدة. (أ.ش.أ)", "المصدر: وكالات")]
    ['agencies', 'mena']
    >>> read_credits("أعلنت الحكومة خطة.", "المصدر: الأسبوع")[0].surface
    'الأسبوع'
    """
    found = [*_attributed(attribution), *_dateline(body), *_closing(body)]
    first: dict[str, Credit] = {}
    for credit in found:
        first.setdefault(credit.credited_id or credit.surface, credit)
    return tuple(first.values())


def _attributed(attribution: str | None) -> list[Credit]:
    found = []
    for line in (attribution or "").split("\n"):
        labelled = _LABELLED.match(line)
        name = labelled[1] if labelled else line
        known = _known(name, "attribution/1")
        if known:
            found.extend(known)
        elif labelled and len(name) <= _LONGEST_NAME:
            found.append(Credit(credited_id="", surface=name.strip(' "«»'), rule="attribution/1"))
    return found


def _dateline(body: str) -> list[Credit]:
    """Read what stands before the first sentence: الرباط (أ ف ب) - أعلنت، القاهرة - وكالات:، واس - الرياض."""
    head = body[:_HEAD].split("\n", 1)[0]
    found = []
    for bracket in _BRACKETS.finditer(head):
        if len(head[: bracket.start()].split()) <= _PLACE_WORDS:
            found.extend(_known(bracket[1], "dateline/1"))
    start = 0
    while not found and (piece := _DATELINE.match(head[start:])):
        if len(piece[1].split()) > _PLACE_WORDS:
            break
        found.extend(_known(piece[1], "dateline/1"))
        start += piece.end()
    return found


def _closing(body: str) -> list[Credit]:
    """Read what stands behind the last sentence, alone on its line or in brackets."""
    line = body.rstrip().rsplit("\n", 1)[-1]
    labelled = _LABELLED.match(line)
    if labelled and len(labelled[1]) <= _LONGEST_NAME:
        surface = labelled[1].strip(' "«»')
        return _known(surface, "closing/1") or [Credit(credited_id="", surface=surface, rule="closing/1")]
    if "\n" in body and len(line) <= _LONGEST_NAME and (known := _known(line, "closing/1")):
        return known
    last = _LAST.search(body.rstrip())
    return _known(last[1] or last[2], "closing/1") if last else []


def _known(text: str, rule: str) -> list[Credit]:
    """Return the agencies that a stretch of text is, and nothing where it is more than their names."""
    whole = _agency(text)
    if whole:
        return [Credit(credited_id=whole, surface=text.strip(), rule=rule)]
    found = []
    for piece in filter(None, map(str.strip, _APART.split(text))):
        if agency := _agency(piece):
            found.append(Credit(credited_id=agency, surface=piece, rule=rule))
        elif several := _in_a_row(piece):
            found.extend(Credit(credited_id=each, surface=piece, rule=rule) for each in several)
    return found


def _agency(text: str) -> str:
    letters = _letters(text)
    for prefix in ("", "وكاله", "وكالهالانباء"):
        agency = _table().get(letters.removeprefix(prefix), "")
        # Two letters that are a word of their own (آب) are an agency's only when written apart (أ ب).
        if agency and (len(letters) > len("اب") or _SPACED.search(text.strip())):
            return agency
    return ""


def _in_a_row(piece: str) -> list[str]:
    """Return the agencies of a run of them without anything between (أ.ف.ب د.ب.أ); none where a word is left."""
    words = [_letters(word) for word in piece.split()]
    found = [_table().get(word, "") for word in words]
    return found if len(found) > 1 and all(found) else []


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", fold(text))


@cache
def _table() -> dict[str, str]:
    return {_letters(name): agency for agency, names in AGENCIES.items() for name in names.split("|")}
