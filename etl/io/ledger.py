"""What is known of a source's articles: heard of, archived, dropped, deleted, looked at again.

One SQLite file beside a source's WARC files. What is archived can be read from these again, so a ledger
that was lost, or that a killed run left behind, is brought up to date from them (`catch_up`). What was
only heard of is kept here alone: discovery hears of it again as long as its outlet lists it.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

from etl.discover.times import Window
from etl.discover.urls import canonical
from etl.io.archive import Archive, Place, payload_digest, whole_documents
from etl.io.exchange import Kind
from etl.io.ledger_rows import SCHEMA, Completeness, Known, Version, known, text, times
from etl.io.web_answer import Validators
from etl.model import Drop, DropReason, Entry, Strategy

_BATCH = 1_000
_LOCK_SECONDS = 60


class Ledger:
    """One source's ledger. Its holder has the source's lock (`Archive.locked`)."""

    def __init__(self, archive: Archive, source_id: str) -> None:
        """Open the ledger, made where there is none."""
        self._archive = archive
        self._source_id = source_id
        folder = archive.root / source_id
        folder.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(folder / "ledger.sqlite", timeout=_LOCK_SECONDS, isolation_level=None)
        # A killed process loses nothing in this mode; a power cut, at most what `catch_up` reads again.
        self._db.execute("pragma journal_mode = wal")
        self._db.execute("pragma synchronous = normal")
        self._db.executescript(SCHEMA)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def catch_up(self) -> None:
        """Take in what is archived and not yet noted, and cut what a killed run left torn."""
        noted: dict[str, int] = dict(self._db.execute("select name, size from file"))
        for path in self._archive.files(self._source_id):
            name = path.relative_to(self._archive.root).as_posix()
            if noted.get(name) == path.stat().st_size:
                continue
            self._archive.repair(path)
            if path.exists():
                self._read_file(path, name)

    def _read_file(self, path: Path, name: str) -> None:
        day = date.fromisoformat(path.parent.name)
        with self._together():
            for each in whole_documents(path):
                if not each.kind:
                    continue
                headers = {key.lower(): value for key, value in each.headers}
                self._note(
                    Place(name, each.offset), each.key or canonical(each.url), Kind(each.kind), day,
                    digest=each.digest or payload_digest(each.content), fetched_at=each.fetched_at,
                    validators=Validators(etag=headers.get("etag"), last_modified=headers.get("last-modified")),
                    url=each.url,
                )  # fmt: skip
            self.note_file(name, path.stat().st_size)

    def note_file(self, name: str, size: int) -> None:
        """Note that a file is known up to its size."""
        self._db.execute("insert or replace into file values (?, ?)", (name, size))

    def hear(self, entries: Iterable[tuple[str, Entry, date | None]]) -> None:
        """Note entries by their canonical addresses, each with its news day; what is known is made more exact."""
        batch: list[tuple[str | None, ...]] = []
        for key, entry, day in entries:
            batch.append((key, entry.url, text(day), *times(entry), ",".join(entry.found_by)))
            if len(batch) == _BATCH:
                self._hear(batch)
                batch = []
        self._hear(batch)

    def _hear(self, batch: list[tuple[str | None, ...]]) -> None:
        with self._together():
            self._db.executemany(
                """insert into entry (key, url, day, published_at, published_on, modified_at, found_by)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (key) do update set
                    day = coalesce(entry.day, excluded.day),
                    published_at = coalesce(entry.published_at, excluded.published_at),
                    published_on = coalesce(entry.published_on, excluded.published_on),
                    modified_at = max(coalesce(entry.modified_at, excluded.modified_at), coalesce(excluded.modified_at, entry.modified_at)),
                    found_by = case when instr(',' || entry.found_by || ',', ',' || excluded.found_by || ',') then entry.found_by
                        else entry.found_by || ',' || excluded.found_by end""",
                batch,
            )

    def to_fetch(self, day: date, *, most_tries: int) -> list[Known]:
        """Return the entries of a day that are not archived, and those of days that were done without them."""
        rows = self._db.execute(
            """select * from entry where state = 'heard' and tries < ?2
            and (day = ?1 or day in (select day from day)) order by day = ?1 desc, day, published_at, key""",
            (day.isoformat(), most_tries),
        )
        return [known(row) for row in rows]

    def undated(self, window: Window, *, most: int) -> list[Known]:
        """Return entries whose day only their page knows and may be the window's, likeliest first."""
        near = timedelta(days=1)
        rows = self._db.execute(
            """select * from entry where state = 'heard' and day is null and tries < 2
            and (published_on between ?1 and ?2 or published_on is null and (modified_at is null or modified_at >= ?3))
            order by published_on is null, modified_at is null, modified_at >= ?4, modified_at, key limit ?5""",
            (
                text(window.day - near),
                text(window.day + near),
                text(window.start),
                text(window.end),
                most,
            ),
        )
        return [known(row) for row in rows]

    def find(self, key: str) -> Known | None:
        """Return an entry by its canonical address."""
        row = self._db.execute("select * from entry where key = ?", (key,)).fetchone()
        return known(row) if row else None

    def archived(self, day: date) -> list[Known]:
        """Return the entries of a day that are archived."""
        rows = self._db.execute(
            "select * from entry where state = 'archived' and day = ? order by key", (text(day),)
        )
        return [known(row) for row in rows]

    def due(self, looks: tuple[int, ...], now: datetime) -> list[Known]:
        """Return the archived entries whose next look is due: so many days after they were fetched first."""
        found: list[Known] = []
        for done, days in enumerate(looks):
            rows = self._db.execute(
                """select * from entry where state = 'archived' and looks = ?1
                and julianday(fetched_at) + ?2 <= julianday(?3) order by day, key""",
                (done, days, text(now)),
            )
            found.extend(map(known, rows))
        return found

    def latest(self, key: str, kind: Kind) -> Version | None:
        """Return the newest archived answer of an address."""
        row = self._db.execute(
            """select file, start, digest, fetched_at, etag, last_modified from version
            where key = ? and kind = ? order by fetched_at desc limit 1""",
            (key, kind.value),
        ).fetchone()
        if row is None:
            return None
        return Version(
            place=Place(row[0], row[1]), digest=row[2], fetched_at=datetime.fromisoformat(row[3]),
            validators=Validators(etag=row[4], last_modified=row[5]),
        )  # fmt: skip

    def note_version(  # noqa: PLR0913 - all that one needs
        self, place: Place, key: str, kind: Kind, day: date, *, digest: str, fetched_at: datetime,
        validators: Validators, url: str,
    ) -> None:  # fmt: skip
        """Note an archived answer, and with a page or a deletion what became of its entry."""
        with self._together():
            self._note(
                place, key, kind, day, digest=digest, fetched_at=fetched_at, validators=validators, url=url
            )

    def _note(  # noqa: PLR0913 - all that one needs
        self, place: Place, key: str, kind: Kind, day: date, *, digest: str, fetched_at: datetime,
        validators: Validators, url: str,
    ) -> None:  # fmt: skip
        moment = text(fetched_at)
        self._db.execute(
            "insert or ignore into version values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*place, key, kind.value, text(day), digest, moment, validators.etag, validators.last_modified),
        )
        if kind is Kind.PAGE:
            self._db.execute(
                """insert into entry (key, url, day, found_by, state, fetched_at) values (?, ?, ?, '', 'archived', ?)
                on conflict (key) do update set state = 'archived', day = excluded.day, reason = null, detail = null,
                    fetched_at = min(coalesce(entry.fetched_at, excluded.fetched_at), excluded.fetched_at)""",
                (key, url, text(day), moment),
            )
        elif kind is Kind.DELETION:
            self._db.execute("update entry set state = 'deleted' where key = ?", (key,))

    def drop(self, key: str, day: date, reason: DropReason, detail: str) -> None:
        """Note that an entry is not taken, for good; it counts for the day given."""
        self._db.execute(
            "update entry set state = 'dropped', day = ?, reason = ?, detail = ?, tries = tries + 1 where key = ?",
            (text(day), reason.value, detail, key),
        )

    def alias(self, key: str, same_as: str) -> None:
        """Note that an address leads to a page that is archived under another one: no input of its own."""
        self._db.execute("update entry set state = 'alias', detail = ? where key = ?", (same_as, key))

    def failed(self, key: str, detail: str) -> None:
        """Note that an entry could not be fetched and is to be tried again."""
        self._db.execute(
            "update entry set reason = ?, detail = ?, tries = tries + 1 where key = ?",
            (DropReason.UNREACHABLE.value, detail, key),
        )

    def looked(self, key: str, looks: int) -> None:
        """Note how many of its further looks an entry has had."""
        self._db.execute("update entry set looks = ? where key = ?", (looks, key))

    def page_count(self, day: date) -> int:
        """Count the archived pages of a day, each revision of its own."""
        row = self._db.execute(
            "select count(*) from version where day = ? and kind = 'page'", (text(day),)
        ).fetchone()
        return int(row[0])

    def drops(self, day: date) -> tuple[Drop, ...]:
        """Return what of a day is not archived: dropped, or not fetched yet."""
        rows = self._db.execute(
            "select url, reason, detail from entry where day = ? and state in ('dropped', 'heard') order by key",
            (text(day),),
        )
        return tuple(
            Drop(
                reason=DropReason(reason or DropReason.NOT_FETCHED), detail=detail or "heard of, and not asked for yet",
                url=url, source_id=self._source_id,
            )
            for url, reason, detail in rows
        )  # fmt: skip

    def count(self, day: date, strategy: Strategy | None = None) -> int:
        """Count the entries of a day, all or those that a strategy found."""
        row = self._db.execute(
            "select count(*) from entry where day = ?1 and state <> 'alias' and (?2 is null or instr(',' || found_by || ',', ',' || ?2 || ','))",
            (text(day), strategy and strategy.value),
        ).fetchone()
        return int(row[0])

    def note_day(self, day: date, whole: Completeness) -> None:
        """Note how whole a day is after a run."""
        self._db.execute(
            "insert or replace into day values (?, ?, ?, ?, ?)",
            (text(day), whole.expected, whole.found, whole.is_whole, whole.note),
        )

    def completeness(self, day: date) -> Completeness | None:
        """Return how whole a day was at its last run; None where there was none."""
        row = self._db.execute(
            "select expected, found, is_whole, note from day where day = ?", (text(day),)
        ).fetchone()
        return (
            Completeness(expected=row[0], found=row[1], is_whole=bool(row[2]), note=row[3]) if row else None
        )

    @contextmanager
    def _together(self) -> Iterator[None]:
        """Write all of a block or nothing of it."""
        self._db.execute("begin immediate")
        try:
            yield
        except BaseException:
            self._db.execute("rollback")
            raise
        self._db.execute("commit")


@contextmanager
def open_ledger(archive: Archive, source_id: str) -> Iterator[Ledger]:
    """Give a source's ledger for a block."""
    with closing(Ledger(archive, source_id)) as ledger:
        yield ledger
