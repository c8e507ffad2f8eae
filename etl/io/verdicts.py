"""What reviewers said of people, to a CSV file and back: one line is one verdict, the last on a pair counts.

The file is the operator's own: it stands outside the warehouse, so that a rebuild obeys it too.
"""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from etl.io.files import replacing
from etl.link.people_merge import Verdict, VerdictKind

_COLUMNS = ("kind", "left_id", "right_id", "name_ar", "note", "decided_on")


class VerdictFileError(Exception):
    """A line of the verdicts' file is no verdict; the message names file, line and remedy."""


def read_verdicts(path: Path) -> tuple[Verdict, ...]:
    """Return the verdicts of a file in its order; none where there is no file.

    Raises VerdictFileError with file and line where a line is no verdict.
    """
    if not path.exists():
        return ()
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return tuple(_verdicts(path, lines))


def _verdicts(path: Path, lines: Iterator[str]) -> Iterator[Verdict]:
    reader = csv.DictReader(lines)
    for row in reader:
        try:
            yield Verdict(
                kind=VerdictKind(row["kind"]),
                left_id=row["left_id"],
                right_id=row["right_id"] or "",
                name=row["name_ar"] or "",
            )
        except (ValueError, KeyError) as error:
            msg = (
                f"{path}, line {reader.line_num}: {error}; a line is {','.join(_COLUMNS)} with kind "
                f"{', '.join(VerdictKind)}"
            )
            raise VerdictFileError(msg) from error


def add_verdict(path: Path, verdict: Verdict, *, note: str, day: date) -> None:
    """Append a verdict to the file, whole or not at all; the first one makes the file."""
    old = path.read_text(encoding="utf-8-sig") if path.exists() else ",".join(_COLUMNS) + "\n"
    with replacing(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
        file.write(old if old.endswith("\n") else f"{old}\n")
        csv.writer(file, lineterminator="\n").writerow(
            (verdict.kind.value, verdict.left_id, verdict.right_id, verdict.name, note, day.isoformat())
        )
