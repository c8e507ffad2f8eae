"""rasad …: the same stages as the DAG, the article reader, the text tools, and SQL, by hand.

Heavy modules are imported by the command that needs them, so that `rasad extract` starts at once.
"""

import io
import os
import sys

from etl.cli import (
    annotate,
    diff,
    document,
    export,
    health,
    query,
    reference,
    review,
    search,
    sources,
    stages,
    text,
)
from etl.cli.app import app

__all__ = [
    "annotate",
    "app",
    "diff",
    "document",
    "export",
    "health",
    "main",
    "query",
    "reference",
    "review",
    "search",
    "sources",
    "stages",
    "text",
]

_INTERRUPTED = 130


def main() -> None:
    """Run the command line; Ctrl-C ends it with 130 and no traceback."""
    # Arabic must come out whatever the locale of a cron job is.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except KeyboardInterrupt:
        code = _INTERRUPTED
    except SystemExit as end:
        if end.code != _INTERRUPTED:
            raise
        code = _INTERRUPTED
    else:
        return
    # Threads that wait for a slow server would hold the process; all that they archived is whole.
    sys.stdout.flush()
    os._exit(code)
