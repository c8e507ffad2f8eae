"""The rows of a ledger, and how they are written and read."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from etl.io.archive import Place
from etl.io.web_answer import Validators
from etl.model import Entry

SCHEMA = """
create table if not exists entry (
    key text primary key, url text not null, day text, published_at text, published_on text, modified_at text,
    found_by text not null, state text not null default 'heard', reason text, detail text,
    tries integer not null default 0, looks integer not null default 0, fetched_at text
) without rowid;
create index if not exists entry_by_day on entry (day, state);
create table if not exists version (
    file text not null, start integer not null, key text not null, kind text not null, day text not null,
    digest text not null, fetched_at text not null, etag text, last_modified text,
    primary key (file, start)
) without rowid;
create index if not exists version_by_key on version (key, kind, fetched_at);
create index if not exists version_by_day on version (day, kind);
create table if not exists file (name text primary key, size integer not null) without rowid;
create table if not exists day (
    day text primary key, expected integer, found integer not null, is_whole integer not null, note text not null
) without rowid;
"""


class State(StrEnum):
    """What became of an entry."""

    HEARD = "heard"
    ARCHIVED = "archived"
    DROPPED = "dropped"
    DELETED = "deleted"
    ALIAS = "alias"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One entry of the ledger. `day` is None as long as nothing but the page itself could tell it.

    `published_on` is the outlet's own day, which may be parts of two news days.
    """

    key: str
    url: str
    day: date | None
    published_on: date | None
    state: State
    tries: int
    looks: int
    fetched_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One archived answer."""

    place: Place
    digest: str
    fetched_at: datetime
    validators: Validators


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """How whole a day is: what its outlet says it has, what was found, and what could not be looked at."""

    expected: int | None
    found: int
    is_whole: bool
    note: str = ""


def text(moment: date | datetime | None) -> str | None:
    """Write an instant in UTC, so that texts sort as instants do; a day as it is."""
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).isoformat(timespec="microseconds")
    return None if moment is None else moment.isoformat()


def times(entry: Entry) -> tuple[str | None, str | None, str | None]:
    """Write the times that an entry's finder stated."""
    return text(entry.published_at), text(entry.published_on), text(entry.modified_at)


def known(row: tuple[str, ...]) -> Known:
    """Read a row of the table of entries."""
    key, url, day, _, published_on, _, _, state, _, _, tries, looks, fetched_at = row
    return Known(
        key=key, url=url, day=date.fromisoformat(day) if day else None,
        published_on=date.fromisoformat(published_on) if published_on else None, state=State(state), tries=int(tries),
        looks=int(looks), fetched_at=datetime.fromisoformat(fetched_at) if fetched_at else None,
    )  # fmt: skip
