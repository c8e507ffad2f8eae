"""Collecting and checking by hand, against the newsroom."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from etl.cli import app
from etl.sources import all_sources
from tests.faults.liar import lying
from tests.newsroom import local
from tests.newsroom.outlets import OUTLETS
from tests.newsroom.press import Press
from tests.newsroom.serve import Newsroom, serving

DAY = date(2026, 3, 14)
RASAD = [sys.executable, "-m", "etl.cli"]
BY_ID = {outlet.outlet_id: outlet for outlet in OUTLETS}
CHOSEN = ("minbar", "daftar", "wasl")


@pytest.fixture(scope="module")
def newsroom() -> Iterator[Newsroom]:
    with serving(Press(DAY)) as served:
        yield served


@pytest.fixture(scope="module")
def sources(newsroom: Newsroom, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Source files for where the newsroom is served, as an operator writes them."""
    folder = tmp_path_factory.mktemp("sources")
    for outlet_id, at in newsroom.roots.items():
        declare(folder, outlet_id, at)
    return folder


def declare(folder: Path, source_id: str, at: str, outlet_id: str = "") -> None:
    (folder / f"{source_id}.py").write_text(
        "from dataclasses import replace\nfrom tests.newsroom.outlets import OUTLETS\n"
        f"by_id = {{each.outlet_id: each for each in OUTLETS}}\n"
        f"SOURCE = replace(by_id[{outlet_id or source_id!r}].spec({at!r}), source_id={source_id!r})\n"
    )


def variables(home: Path, sources: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RASAD_")}
    given = {
        "RASAD_HOME": str(home), "RASAD_SOURCES_DIR": str(sources), "RASAD_CONTACT": "desk@example.org",
        "RASAD_WEB_ALLOW": '["127.0.0.1"]',
    }  # fmt: skip
    return {**kept, **given, **more}


def rasad(*args: str, home: Path, sources: Path, **more: str) -> Result:
    """Run a command in this process: starting one takes longer than all that it does here."""
    return CliRunner().invoke(app, args, env=variables(home, sources, **more))


def chosen(*ids: str) -> list[str]:
    return [word for each in ids for word in ("--source", each)]


def test_collect_gives_a_line_a_source_and_a_total_then_nothing_new(
    tmp_path: Path, sources: Path, newsroom: Newsroom
) -> None:
    first = rasad("collect", str(DAY), *chosen(*CHOSEN), home=tmp_path, sources=sources)
    assert first.exit_code == 0, first.stderr
    lines = first.stdout.splitlines()
    truth = {each: len(newsroom.press.truth(BY_ID[each], DAY, newsroom.now)) for each in CHOSEN}
    assert {line.split()[0] for line in lines} == {*CHOSEN, "total"}
    for source_id, count in truth.items():
        [line] = (each for each in lines if each.startswith(source_id))
        assert f"found {count}, fetched {count}, unchanged 0, dropped 0, failed 0" in line
    assert f"found {sum(truth.values())}, " in lines[-1]

    again = rasad("collect", str(DAY), *chosen(*CHOSEN), "--json", home=tmp_path, sources=sources)
    rows = [json.loads(line) for line in again.stdout.splitlines()]
    assert [row["kind"] for row in rows] == ["source"] * len(CHOSEN) + ["total"]
    assert {row["source_id"]: row["unchanged"] for row in rows[:-1]} == truth
    assert rows[-1]["fetched"] == 0


def test_one_source_that_is_down_is_one_line_and_costs_the_others_nothing(
    tmp_path: Path, newsroom: Newsroom
) -> None:
    own = tmp_path / "sources"
    own.mkdir()
    declare(own, "wasl", newsroom.roots["wasl"])
    declare(own, "down", "http://127.0.0.1:9", "minbar")
    given = {"RASAD_SOURCES": '["wasl", "down"]'}
    done = rasad("run", str(DAY), home=tmp_path / "home", sources=own, **given)
    assert done.exit_code == 1
    assert "down                 2026-03-14  not collected: " in done.stdout
    assert "Connection refused" in done.stdout
    assert done.stderr == "rasad: 2026-03-14 is not whole: 1 of 2 sources were not collected: down\n"
    query = "SELECT count(*) AS n FROM fact_article"
    published = rasad("sql", query, "--format", "json", home=tmp_path / "home", sources=own)
    assert json.loads(published.stdout)["n"] == len(newsroom.press.truth(BY_ID["wasl"], DAY, newsroom.now))


@pytest.mark.parametrize(
    ("command", "more", "end"),
    [
        ("collect 2026-03-14 --source wasl", {"RASAD_CONTACT": ""}, (2, "RASAD_CONTACT is not set")),
        ("sources check wasl", {"RASAD_CONTACT": ""}, (2, "RASAD_CONTACT is not set")),
        (
            "run 2026-03-14",
            {"RASAD_CONTACT": "", "RASAD_SOURCES": '["wasl"]'},
            (2, "RASAD_CONTACT is not set"),
        ),
        ("collect 2026-03-14 --source wasl --all", {}, (2, "not both")),
        ("collect 2026-03-14 --source wassl", {}, (1, "near: wasl")),
        ("sources check wassl", {}, (1, "near: wasl")),
        ("collect 2026-03-14 --warc no.warc.gz", {}, (1, "no.warc.gz is no file")),
        ("collect 2026-03-14 --warc http://127.0.0.1:9/x.warc.gz", {}, (1, "Connection refused")),
    ],
)
def test_what_cannot_work_gets_one_line_and_a_code(
    tmp_path: Path, sources: Path, command: str, more: dict[str, str], end: tuple[int, str]
) -> None:
    done = rasad(*command.split(), home=tmp_path, sources=sources, **more)
    assert (done.exit_code, end[1] in done.stderr) == (end[0], True), done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_source_file_that_is_wrong_is_named(tmp_path: Path) -> None:
    declare(tmp_path, "one", "http://127.0.0.1:9", "wasl")
    (tmp_path / "one.py").rename(tmp_path / "two.py")
    done = rasad("sources", "list", home=tmp_path, sources=tmp_path)
    assert done.exit_code == 1
    assert "name the file after its source_id" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_pages_of_a_warc_file_that_is_served_come_in(
    tmp_path: Path, sources: Path, newsroom: Newsroom
) -> None:
    out = BytesIO()
    writer = WARCWriter(out, gzip=True)
    truth = newsroom.press.truth(BY_ID["minbar"], DAY, newsroom.now)
    for place, server in enumerate(newsroom._servers):  # noqa: SLF001 - what a crawler would have been answered
        if OUTLETS[place].outlet_id == "minbar":
            for path in sorted(truth):
                body = server.site.answer(path, newsroom.now).body  # type: ignore[attr-defined]
                headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
                writer.write_record(
                    writer.create_warc_record(
                        newsroom.roots["minbar"] + path,
                        "response",
                        payload=BytesIO(body),
                        http_headers=headers,
                    )
                )
    with lying() as liar:
        liar.pages = {"/some.warc.gz": ("application/gzip", out.getvalue())}
        args = ("--warc", f"{liar.root}/some.warc.gz", *chosen("minbar", "wasl"), "--json")
        done = rasad("collect", str(DAY), *args, home=tmp_path, sources=sources)
    rows = {row["source_id"]: row["fetched"] for row in map(json.loads, done.stdout.splitlines())}
    assert (done.exit_code, rows) == (0, {"minbar": len(truth), "wasl": 0, "total": len(truth)}), done.stderr


def test_sources_are_listed_and_checked(tmp_path: Path, sources: Path) -> None:
    rows = rasad("sources", "list", "--json", home=tmp_path, sources=sources).stdout.splitlines()
    listed = {row["source_id"]: row for row in map(json.loads, rows)}
    assert set(listed) == set(all_sources(sources))
    assert listed["wasl"]["discovery"] == ["feed", "date_archive"]
    assert "وصل" in rasad("sources", "list", home=tmp_path, sources=sources).stdout

    good = rasad("sources", "check", "daftar", "--day", "2026-03-14", home=tmp_path, sources=sources)
    assert good.exit_code == 0, good.stdout + good.stderr
    assert "ok 1, partly 0, failed 0" in good.stdout
    args = ("sources", "check", "daftar", "barq", "--day", "2026-03-14", "--json")
    bad = rasad(*args, home=tmp_path, sources=sources)
    verdicts = {row["source_id"]: row["verdict"] for row in map(json.loads, bad.stdout.splitlines())}
    assert (bad.exit_code, verdicts) == (1, {"daftar": "ok", "barq": "failed"})
    assert not (tmp_path / "archive").exists()


def test_ctrl_c_ends_at_once_though_a_server_is_slow(tmp_path: Path, newsroom: Newsroom) -> None:
    own = tmp_path / "sources"
    own.mkdir()
    declare(own, "slow", newsroom.roots["wasl"], "wasl")
    newsroom.latency_seconds = 20.0
    try:
        process = subprocess.Popen(
            [*RASAD, "collect", str(DAY), "--source", "slow"],
            env=variables(tmp_path, own), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        asked = newsroom.asked.total()
        while newsroom.asked.total() == asked and process.poll() is None:
            time.sleep(0.05)
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=15)
    finally:
        newsroom.latency_seconds = 0.0
    assert (process.returncode, b"Traceback" in errors) == (130, False), errors
    assert time.monotonic() - began < 5


def test_the_newsroom_at_fixed_ports_is_declared_as_it_is_served() -> None:
    declared = all_sources(local.SOURCES_DIR)
    for place, outlet in enumerate(OUTLETS):
        assert declared[outlet.outlet_id].home_url == f"http://127.0.0.1:{local.FIRST_PORT + place}/"
    assert len(local.outlets_with_news(local.LAST_DAY, local.ZoneInfo("Asia/Riyadh"))) > 3
    assert local.outlets_with_news(date(2027, 1, 1), local.ZoneInfo("Asia/Riyadh")) == ()
