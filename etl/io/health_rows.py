"""The published file to the counts that health is judged by, and findings to the rows that are loaded."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from etl.io.files import replacing
from etl.io.health import WEEKS, DayCount, Found

FIELDS = ("title", "published_at", "author", "section")
_SCHEMA = pa.schema(
    [
        ("news_date", pa.date32()),
        ("source_id", pa.string()),
        ("finding", pa.string()),
        ("about", pa.string()),
        ("expected", pa.float64()),
        ("found", pa.float64()),
        ("detail", pa.string()),
        ("checked_date", pa.date32()),
        ("checked_since", pa.date32()),
    ]
)
_COUNTS = """
SELECT source.source_id, refined.news_date, refined.in_count, refined.out_count, dropped.reasons, filled.shares
FROM fact_outcome AS refined
JOIN dim_source AS source USING (source_key)
LEFT JOIN (
    SELECT source_key, news_date, map_from_entries(list((reason, drop_rows))) AS reasons
    FROM (SELECT source_key, news_date, reason, count(*) AS drop_rows FROM fact_drop WHERE stage <> 'load' GROUP BY ALL)
    GROUP BY ALL
) AS dropped ON dropped.source_key = refined.source_key AND dropped.news_date = refined.news_date
LEFT JOIN (
    SELECT source_key, collected_date, [
        count(title) / count(*), count(published_at) / count(*), count(author) / count(*), count(section) / count(*)
    ] AS shares
    FROM fact_article
    GROUP BY ALL
) AS filled ON filled.source_key = refined.source_key AND filled.collected_date = refined.news_date
WHERE refined.stage = 'refine' AND refined.news_date BETWEEN $1 AND $2 AND source.source_id <> 'inbox'
"""
_KNOWN = """
SELECT news_date, source_id, finding, about FROM fact_health JOIN dim_source USING (source_key)
"""

Key = tuple[date, str, str, str]


def day_counts(connection: duckdb.DuckDBPyConnection, first: date, last: date) -> Iterator[DayCount]:
    """Yield what each source's days came to, from the history that the first day is judged by to the last day.

    The inbox has no history: what people put down by hand has no weekday.
    """
    rows = connection.execute(_COUNTS, [first - timedelta(weeks=WEEKS), last]).fetchall()
    for source_id, day, pages, articles, reasons, shares in rows:
        filled = {name: round(share * articles) for name, share in zip(FIELDS, shares or (), strict=False)}
        yield DayCount(
            source_id=source_id, day=day, pages=pages, articles=articles, drops=reasons or {}, filled=filled
        )


def known_findings(connection: duckdb.DuckDBPyConnection) -> set[Key]:
    """Return what is in the table already, so that it is told once; nothing where there is no table yet."""
    try:
        return {tuple(row) for row in connection.execute(_KNOWN).fetchall()}
    except duckdb.CatalogException:
        return set()


def key_of(found: Found) -> Key:
    """Return what identifies a finding."""
    return found.day, found.source_id, found.finding.value, found.about


def write_findings(path: Path, findings: Iterable[Found], *, checked: date, since: date) -> int:
    """Write findings as Parquet and return how many there are.

    A first row without a finding says since when was looked: a check that finds nothing clears what was.
    """
    rows: list[dict[str, Any]] = [{"checked_since": since}]
    for each in findings:
        row = asdict(each)
        rows.append(
            {
                **row,
                "news_date": row["day"],
                "finding": each.finding.value,
                "checked_date": checked,
                "checked_since": since,
            }
        )
    table = pa.Table.from_pylist(
        [{name: row.get(name) for name in _SCHEMA.names} for row in rows], schema=_SCHEMA
    )
    with replacing(path) as temporary:
        pq.write_table(table, temporary, compression="zstd")
    return len(rows) - 1
