"""The archive against itself and against its keeper: every record's digest, and what is too old to keep.

Deleting leaves a note in a day's folder, so that nothing refines what is left of it: the warehouse would
take the few pages that came late for all that the day ever had.
"""

import json
import time
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from etl.io.archive import Archive, payload_digest
from etl.io.exchange import Kind
from etl.io.files import replacing
from etl.io.health import Asked, Finding, Found
from etl.io.warc import TornWarcError, read_warc

_NOTE = "expired.json"
_QUIET_SECONDS = 3600.0
"""A file that changed within the hour may still be written: its open end is no damage."""
_MAX_COMPRESSION = 1100
"""As in etl.io.archive: no record unpacks to more than this times the file."""
_MOST_A_FILE = 5
_INDEX = ".index.jsonl"


class ExpiredError(Exception):
    """The raw pages of a day were deleted, so it can be neither collected nor refined again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What reading the archive gave: how much was read, and what is damaged."""

    files: int
    records: int
    findings: tuple[Found, ...]


def is_expired(archive: Archive, source_id: str, day: date) -> bool:
    """Say whether the raw pages of a source's day were deleted."""
    return (archive.day_dir(source_id, day) / _NOTE).exists()


def require_kept(archive: Archive, source_id: str, day: date) -> None:
    """Raise ExpiredError for a day whose raw pages were deleted."""
    if is_expired(archive, source_id, day):
        msg = (
            f"the raw pages of {source_id} of {day} were deleted (RASAD_KEEP_DAYS); its rows stay as they are"
        )
        raise ExpiredError(msg)


def expire(archive: Archive, before: date) -> Iterator[tuple[str, date, int]]:
    """Delete the raw pages of news days before a day; yield source, day and bytes freed.

    What a day took (the inbox's notes, the ledger) stays, so nothing is collected anew. So do its staged
    rows: with the pages gone, they are what the warehouse can still be made again from.
    """
    for source_id in _source_ids(archive):
        with archive.locked(source_id):
            for day in archive.days(source_id):
                if day < before and (freed := _empty(archive.day_dir(source_id, day))):
                    yield source_id, day, freed


def _empty(folder: Path) -> int:
    """Delete a day's WARC files and their indexes, the note of it first: a kill between must not lose it."""
    files = [*folder.glob("*.warc.gz"), *folder.glob(f"*{_INDEX}")]
    if not files:
        return 0
    with replacing(folder / _NOTE) as temporary:
        temporary.write_text(json.dumps({"deleted_at": datetime.now(UTC).isoformat()}), encoding="utf-8")
    freed = sum(each.stat().st_size for each in files)
    for each in files:
        each.unlink()
    return freed


def verify(archive: Archive, *, since: date, part: int = 0, parts: int = 1) -> Verified:
    """Read files again and compare each record's digest with its bytes.

    All files of days since `since` are read, and of the older ones one part of `parts`: so a year is read
    through in that many weeks, and the week's work stays bounded.
    """
    count = records = 0
    findings: list[Found] = []
    for source_id in _source_ids(archive):
        for path in archive.files(source_id):
            day = date.fromisoformat(path.parent.name)
            is_of_part = zlib.crc32(path.name.encode()) % parts == part % parts
            if (day >= since or is_of_part) and time.time() - path.stat().st_mtime > _QUIET_SECONDS:
                number, damage = _verify_file(path, source_id, day)
                count, records = count + 1, records + number
                findings += damage
    return Verified(files=count, records=records, findings=tuple(findings))


def _verify_file(path: Path, source_id: str, day: date) -> tuple[int, list[Found]]:
    records, damage = 0, []
    try:
        for each in read_warc(path, limit=path.stat().st_size * _MAX_COMPRESSION):
            records += 1
            if each.digest and each.digest != payload_digest(each.content):
                damage.append(f"the record at byte {each.offset} ({each.url}) is not what was archived")
    except TornWarcError as error:
        damage.append(str(error))
    more = len(damage) - _MOST_A_FILE
    detail = "; ".join([*damage[:_MOST_A_FILE], *([f"and {more} more"] if more > 0 else [])])
    found = Found(
        source_id=source_id, day=day, finding=Finding.ARCHIVE_DAMAGED, about=path.name,
        detail=f"{path.name}: {detail}", expected=records, found=records - len(damage),
    )  # fmt: skip
    return records, [found] if damage else []


def last_listings(archive: Archive, source_ids: Iterable[str], since: date) -> Iterator[Asked]:
    """Yield each listing that was archived since a day, as it was last asked, from the archive's indexes."""
    for source_id in source_ids:
        latest: dict[str, tuple[str, Asked]] = {}
        for day in archive.days(source_id):
            if day < since:
                continue
            for path in sorted(archive.day_dir(source_id, day).glob(f"*{_INDEX}")):
                for line in path.read_text(encoding="utf-8").splitlines():
                    row = json.loads(line)
                    if row["kind"] == Kind.LISTING and row["key"]:
                        asked = Asked(
                            source_id=source_id, day=day, url=row["key"], answered_by=row["url"],
                            status=row["status"] or 0,
                        )  # fmt: skip
                        kept = latest.get(row["key"])
                        if kept is None or kept[0] <= row["fetched_at"]:
                            latest[row["key"]] = row["fetched_at"], asked
        yield from (asked for _, asked in latest.values())


def _source_ids(archive: Archive) -> tuple[str, ...]:
    return tuple(sorted(each.name for each in archive.root.glob("*") if each.is_dir()))
