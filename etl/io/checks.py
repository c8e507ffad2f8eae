"""The checks that stand beside each table, run on the working warehouse; their results are a table too."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

import duckdb
import pyarrow as pa

from etl.io.marts import hand_over, sql, table_order

CHECK = re.compile(
    r"^-- (?P<severity>fail|warn): (?P<rule>.+)\n(?P<query>(?:(?!^-- (?:fail|warn): ).*\n?)+)", re.MULTILINE
)
_SAMPLE_ROWS = 3
_NOTED = pa.schema(
    [
        ("checked_at", pa.timestamp("us", tz="UTC")),
        ("table_name", pa.string()),
        ("severity", pa.string()),
        ("rule", pa.string()),
        ("row_count", pa.int64()),
        ("sample", pa.list_(pa.string())),
    ]
)


class CheckFailedError(Exception):
    """A check marked `fail` found rows; the published file stays as it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """One check of one table: how many rows break its rule, and the first of them."""

    table: str
    severity: str
    rule: str
    row_count: int
    sample: tuple[str, ...]


def run_checks(connection: duckdb.DuckDBPyConnection) -> tuple[CheckResult, ...]:
    """Run every table's checks, note the results in fact_check, and return them, failures first."""
    results = []
    for table in table_order():
        for found in CHECK.finditer(sql(f"marts/{table}/checks.sql")):
            rows = connection.execute(found["query"]).fetchall()
            results.append(
                CheckResult(
                    table=table,
                    severity=found["severity"],
                    rule=found["rule"],
                    row_count=len(rows),
                    sample=tuple(str(row) for row in rows[:_SAMPLE_ROWS]),
                )
            )
    now = datetime.now(UTC)
    noted = [
        {
            "checked_at": now,
            "table_name": each.table,
            "severity": each.severity,
            "rule": each.rule,
            "row_count": each.row_count,
            "sample": each.sample,
        }
        for each in results
    ]
    hand_over(connection, "noted", noted, _NOTED)
    connection.execute("INSERT INTO fact_check BY NAME SELECT * FROM noted")
    return tuple(sorted(results, key=lambda each: (each.row_count == 0, each.severity)))


def require_passed(results: Iterable[CheckResult]) -> None:
    """Raise CheckFailedError that names every failed check; a warning does not stop a publish."""
    failed = [each for each in results if each.severity == "fail" and each.row_count]
    if failed:
        lines = (
            f"{each.table}: {each.rule}: {each.row_count} rows, such as {each.sample[0]}" for each in failed
        )
        msg = "\n".join(("checks failed; the published file stays as it was:", *lines))
        raise CheckFailedError(msg)
