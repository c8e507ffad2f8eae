"""Refined rows to Parquet, a folder per news day and source, and back.

The Parquet files are the contract between Python and SQL: their columns are declared here once, and
`sql/staging` reads them by name.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from etl.io.files import replacing

_OTHER_DAYS = "other-days.txt"
_TEXT = pa.string()
_INSTANT = pa.timestamp("us", tz="UTC")
_COUNT = pa.int32()

SCHEMAS: Mapping[str, pa.Schema] = {
    "article": pa.schema(
        [
            ("article_id", _TEXT),
            ("source_id", _TEXT),
            ("url", _TEXT),
            ("news_date", pa.date32()),
            ("collected_date", pa.date32()),
            ("collected_at", _INSTANT),
            ("published_at", _INSTANT),
            ("language", _TEXT),
            ("title", _TEXT),
            ("section", _TEXT),
            ("author", _TEXT),
            ("attribution", _TEXT),
            ("tags", pa.list_(_TEXT)),
            ("captions", pa.list_(_TEXT)),
            ("body", _TEXT),
            ("word_count", _COUNT),
            ("text_hash", _TEXT),
            ("warc_file", _TEXT),
            ("warc_offset", pa.int64()),
        ]
    ),
    "mention": pa.schema(
        [
            ("article_id", _TEXT),
            ("kind", _TEXT),
            ("entity_id", _TEXT),
            ("field", _TEXT),
            ("surface", _TEXT),
            ("start_offset", _COUNT),
            ("end_offset", _COUNT),
            ("rule", _TEXT),
            ("score", pa.float32()),
        ]
    ),
    "naming": pa.schema(
        [
            ("article_id", _TEXT),
            ("found_id", _TEXT),
            ("name", _TEXT),
            ("office_title", _TEXT),
            ("office_search", _TEXT),
            ("country", _TEXT),
            ("standing", _TEXT),
            ("is_listed", pa.bool_()),
            ("agency_ids", pa.list_(_TEXT)),
        ]
    ),
    "found_agency": pa.schema(
        [("article_id", _TEXT), ("agency_id", _TEXT), ("name_en", _TEXT), ("country", _TEXT), ("kind", _TEXT)]
    ),
    "topic": pa.schema(
        [
            ("article_id", _TEXT),
            ("topic_code", _TEXT),
            ("score", pa.float32()),
            ("is_primary", pa.bool_()),
            ("rule", _TEXT),
        ]
    ),
    "cooperation": pa.schema(
        [
            ("article_id", _TEXT),
            ("kind", _TEXT),
            ("stage", _TEXT),
            ("is_directed", pa.bool_()),
            ("actor_states", pa.list_(_TEXT)),
            ("actor_officials", pa.list_(_TEXT)),
            ("actor_agencies", pa.list_(_TEXT)),
            ("partner_states", pa.list_(_TEXT)),
            ("partner_officials", pa.list_(_TEXT)),
            ("partner_agencies", pa.list_(_TEXT)),
            ("subjects", pa.list_(_TEXT)),
            ("date_from", pa.date32()),
            ("date_to", pa.date32()),
            ("field", _TEXT),
            ("sentence", _TEXT),
            ("start_offset", _COUNT),
            ("end_offset", _COUNT),
            ("trigger_start", _COUNT),
            ("trigger_end", _COUNT),
            ("rule", _TEXT),
            ("sentence_count", _COUNT),
        ]
    ),
    "fingerprint": pa.schema(
        [
            ("article_id", _TEXT),
            ("version", _TEXT),
            ("bands", pa.list_(pa.uint64())),
            ("terms", pa.list_(pa.struct([("term_key", pa.uint64()), ("weight", _COUNT)]))),
        ]
    ),
    "credit": pa.schema([("article_id", _TEXT), ("credited_id", _TEXT), ("surface", _TEXT), ("rule", _TEXT)]),
    "version": pa.schema(
        [
            ("article_id", _TEXT),
            ("source_id", _TEXT),
            ("seen_at", _INSTANT),
            ("collected_date", pa.date32()),
            ("is_deletion", pa.bool_()),
            ("text_hash", _TEXT),
            ("title", _TEXT),
            ("body", _TEXT),
        ]
    ),
    "boilerplate": pa.schema(
        [("article_id", _TEXT), ("line", _COUNT), ("rule", _TEXT), ("evidence", _TEXT), ("text", _TEXT)]
    ),
    "repeated": pa.schema(
        [("source_id", _TEXT), ("version", _TEXT), ("block_hash", pa.int64()), ("page_count", _COUNT)]
    ),
    "outcome": pa.schema(
        [
            ("news_date", pa.date32()),
            ("source_id", _TEXT),
            ("stage", _TEXT),
            ("in_count", _COUNT),
            ("out_count", _COUNT),
            ("drop_count", _COUNT),
        ]
    ),
    "drop": pa.schema(
        [
            ("news_date", pa.date32()),
            ("source_id", _TEXT),
            ("stage", _TEXT),
            ("url", _TEXT),
            ("reason", _TEXT),
            ("detail", _TEXT),
        ]
    ),
}

Row = Mapping[str, Any]


class Staging:
    """The Parquet files below one folder."""

    def __init__(self, root: Path) -> None:
        """Take the folder; it is made when the first rows are written."""
        self.root = root

    def day_dir(self, day: date) -> Path:
        """Return the folder of one news day."""
        return self.root / day.isoformat()

    def days(self) -> tuple[date, ...]:
        """Return the staged news days, oldest first."""
        return tuple(
            sorted({date.fromisoformat(each.parent.name) for each in self.root.glob("????-??-??/*")})
        )

    def days_of(self, source_id: str) -> tuple[date, ...]:
        """Return the news days that are staged of a source, oldest first."""
        staged = self.root.glob(f"????-??-??/{source_id}/outcome.parquet")
        return tuple(sorted(date.fromisoformat(each.parent.parent.name) for each in staged))

    def write(self, day: date, source_id: str, table: str, rows: Iterable[Row]) -> int:
        """Replace one table of one source's news day and return its number of rows.

        An empty table is written too: a day without articles differs from a day without a run.
        """
        content = pa.Table.from_pylist(list(rows), schema=SCHEMAS[table])
        with replacing(self.day_dir(day) / source_id / f"{table}.parquet") as temporary:
            pq.write_table(content, temporary, compression="zstd")
        return int(content.num_rows)

    def is_behind(self, day: date, source_id: str, archived: Path) -> bool:
        """Say whether the archive's folder of a day holds something newer than what is staged of it."""
        staged = self.day_dir(day) / source_id / "outcome.parquet"
        newest = max((each.stat().st_mtime_ns for each in archived.glob("*.warc.gz")), default=0)
        return newest > (staged.stat().st_mtime_ns if staged.exists() else 0)

    def note_days(self, day: date, source_id: str, others: Iterable[date]) -> None:
        """Note which other days a day's run staged too, so that its load takes them along."""
        with replacing(self.day_dir(day) / source_id / _OTHER_DAYS) as temporary:
            temporary.write_text("".join(f"{other}\n" for other in others), encoding="utf-8")

    def days_with(self, day: date) -> tuple[date, ...]:
        """Return a day and the other days that its run staged, oldest first."""
        notes = self.day_dir(day).glob(f"*/{_OTHER_DAYS}")
        others = {
            date.fromisoformat(line) for note in notes for line in note.read_text(encoding="utf-8").split()
        }
        return tuple(sorted({day, *others}))
