"""What a site answers, and its articles of a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tests.newsroom.markup import local
from tests.newsroom.press import Item

HTML, XML = "text/html; charset=UTF-8", "application/xml; charset=UTF-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a site answers."""

    body: bytes
    content_type: str = HTML
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


Query = Mapping[str, str]


def text(
    text: str, content_type: str = HTML, status: int = 200, headers: tuple[tuple[str, str], ...] = ()
) -> Answer:
    return Answer(body=text.encode(), content_type=content_type, status=status, headers=headers)


def of_day(items: Sequence[Item], year: str, month: str, day: str) -> list[Item]:
    """The items of one day of the outlet's own calendar."""
    try:
        wanted = date(int(year), int(month), int(day))
    except ValueError:
        return []
    return [each for each in items if local(each).date() == wanted]
