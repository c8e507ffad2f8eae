"""Collects some days of newsroom sources in processes of their own, so that a test can kill them.

python -m tests.faults.collect FOLDER NOW DAYS SOURCE=ROOT ... forks a collection for each line it
reads, and prints the collection's process id, then how it ended.
"""

import os
import sys
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from etl.io.archive import Archive
from etl.io.crawl import CrawlOptions, crawl
from etl.io.web import Web, WebOptions
from tests.newsroom.outlets import OUTLETS


def main() -> int:
    """Fork a collection a line; what is imported once need not be imported by each."""
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            os._exit(collect())
        print(child, flush=True)  # noqa: T201 - the test reads it
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)  # noqa: T201 - the test reads it
    return 0


def collect() -> int:
    """Collect; 1 where a source could not be."""
    folder, now, days, *pairs = sys.argv[1:]
    roots = dict(pair.split("=", 1) for pair in pairs)
    specs = [outlet.spec(roots[outlet.outlet_id]) for outlet in OUTLETS if outlet.outlet_id in roots]
    options = CrawlOptions(zone=ZoneInfo("Asia/Riyadh"), now=datetime.fromisoformat(now))
    given = WebOptions(
        contact="desk@example.org", turns=Path(folder) / "turns", allow=("127.0.0.1",), backoff_seconds=0.01
    )
    archive = Archive(Path(folder) / "archive")
    with Web(given) as web:
        reports = [
            report
            for day in days.split(",")
            for report in crawl(specs, date.fromisoformat(day), web=web, archive=archive, options=options)
        ]
    return int(any(report.error for report in reports))


if __name__ == "__main__":
    sys.exit(main())
