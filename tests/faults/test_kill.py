"""Collecting is killed at random moments and at every byte: nothing is lost, nothing is taken twice."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from random import Random
from urllib.parse import unquote

import fastwarc.warc
import pytest
from warcio.archiveiterator import ArchiveIterator

from etl.io.archive import Archive
from etl.io.exchange import Kind
from etl.io.ledger import open_ledger
from etl.io.web import Web, WebOptions
from etl.settings import PROJECT
from tests.newsroom.outlets import OUTLETS
from tests.newsroom.press import Press
from tests.newsroom.serve import serving

DAY = date(2026, 3, 14)
KILLS = 10


def test_ten_kills_and_a_rerun(tmp_path: Path) -> None:
    press = Press(DAY)
    days = [DAY - timedelta(days=count) for count in range(3)]
    random = Random(11)  # noqa: S311 - the same moments each time
    with serving(press, latency_seconds=0.004) as newsroom:
        command = [
            sys.executable, "-m", "tests.faults.collect", str(tmp_path), newsroom.now.isoformat(), ",".join(map(str, days)),
            *(f"{name}={root}" for name, root in newsroom.roots.items() if name != "barq"),
        ]  # fmt: skip
        with subprocess.Popen(
            command, cwd=PROJECT, env={**os.environ, "PYTHONPATH": str(PROJECT)}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as forks:  # fmt: skip
            ends = [run(forks, random.uniform(0.02, 0.6)) for _ in range(KILLS)]
            assert run(forks, None) == 0
        assert ends.count(-signal.SIGKILL) >= KILLS // 2, "the kills came too late to mean anything"
        archive = Archive(tmp_path / "archive")
        for outlet in OUTLETS:
            for day in days:
                if outlet.outlet_id == "barq":
                    continue
                root = newsroom.roots[outlet.outlet_id]
                got = [
                    unquote(page.url.removeprefix(root)).removesuffix("/amp").partition("?utm")[0]
                    for page in archive.pages(outlet.outlet_id, day)
                ]
                assert Counter(got) == Counter(press.truth(outlet, day, newsroom.now)), (
                    outlet.outlet_id,
                    day,
                )
    for path in archive.root.rglob("*.warc.gz"):
        assert other_tools_read(path)


def run(forks: subprocess.Popen[str], seconds: float | None) -> int:
    """Run a collection and kill it after so many seconds; return how it ended."""
    assert forks.stdin is not None
    assert forks.stdout is not None
    forks.stdin.write("\n")
    forks.stdin.flush()
    child = int(forks.stdout.readline())
    if seconds is not None:
        time.sleep(seconds)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
    return int(forks.stdout.readline())


def other_tools_read(path: Path) -> bool:
    """Read a file to its end with warcio, digests checked, and with fastwarc; both find the same records."""
    with path.open("rb") as stream:
        kinds = []
        for record in ArchiveIterator(stream, check_digests="raise"):
            record.content_stream().read()
            kinds.append(record.rec_type)
    with path.open("rb") as stream:
        fast = [record.headers["WARC-Type"] for record in fastwarc.warc.ArchiveIterator(stream)]
    assert kinds == fast
    # A kill between a response and its request leaves the response, which is what counts.
    assert kinds[0] == "warcinfo"
    return kinds.count("response") - kinds.count("request") in (0, 1)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    folder = tmp_path_factory.mktemp("written")
    press = Press(DAY)
    urls = []
    with (
        serving(press) as newsroom,
        Web(WebOptions(contact="desk@example.org", turns=folder / "turns", allow=("127.0.0.1",))) as web,
    ):
        archive = Archive(folder / "archive")
        outlet = OUTLETS[0]
        with archive.writer("difaf", DAY) as writer:
            for item in press.up(outlet, newsroom.now)[:4]:
                url = newsroom.roots["difaf"] + item.path
                with web.fetch(url) as answer:
                    writer.write_answer(answer, Kind.PAGE, url)
                    urls.append(answer.url)
    return next(folder.rglob("*.warc.gz")), urls


def test_a_file_cut_at_any_byte_is_read_up_to_there_and_repaired(
    written: tuple[Path, list[str]], tmp_path: Path
) -> None:
    source, urls = written
    whole = source.read_bytes()
    seen = set()
    for cut in [*range(0, 40, 3), *range(40, len(whole), 397), len(whole) - 1, len(whole)]:
        archive = Archive(tmp_path / str(cut))
        path = archive.day_dir("difaf", DAY) / source.name
        path.parent.mkdir(parents=True)
        path.write_bytes(whole[:cut])
        before = [page.url for page in archive.pages("difaf", DAY)]
        assert before == urls[: len(before)]
        with archive.locked("difaf"), open_ledger(archive, "difaf") as ledger:
            ledger.catch_up()
            assert ledger.page_count(DAY) == len(before)
        assert [page.url for page in archive.pages("difaf", DAY)] == before
        if path.exists():
            assert other_tools_read(path)
        seen.add(len(before))
    assert seen == {0, 1, 2, 3, 4}
