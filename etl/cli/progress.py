"""Reports of sources to a terminal, a log or a machine, each as it comes."""

import json
import sys
from datetime import date
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from etl.io.crawl import CrawlReport, total

_MOST_NOTE = 200


class Progress:
    """A line a source and a total; on a terminal a bar below them, with `--json` an object a line instead."""

    def __init__(self, count: int, day: date, *, as_json: bool) -> None:
        """Take how many sources are to report, and on which day."""
        self._day = day
        self._as_json = as_json
        self._reports: list[CrawlReport] = []
        self._bar = Bar(
            TextColumn("collecting"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
            # A line goes above the bar where both share a terminal; a file or pipe gets its lines itself.
            redirect_stdout=sys.stdout.isatty(),
            disable=as_json or not sys.stderr.isatty(),
        )
        self._task = self._bar.add_task("collecting", total=count)

    def __enter__(self) -> Self:
        """Show the bar."""
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away and print the total of more than one source."""
        self._bar.stop()
        if self._reports and (self._as_json or len(self._reports) > 1):
            self._print(total(self._reports, self._day), "total")

    @property
    def has_failed(self) -> bool:
        """Whether a source could not be collected."""
        return any(each.error for each in self._reports)

    def tell(self, report: CrawlReport) -> None:
        """Print one source's report."""
        self._reports.append(report)
        self._print(report, "source")
        self._bar.advance(self._task)

    def _print(self, report: CrawlReport, kind: str) -> None:
        if self._as_json:
            line = json.dumps({"kind": kind, **report.row}, ensure_ascii=False)
        else:
            line = report.line
            if kind == "source" and report.troubles and not report.is_whole:
                note = report.troubles[0]
                more = f" (and {len(report.troubles) - 1} more)" if len(report.troubles) > 1 else ""
                line += f"\n{'':<20} {note[:_MOST_NOTE]}{'…' if len(note) > _MOST_NOTE else ''}{more}"
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
