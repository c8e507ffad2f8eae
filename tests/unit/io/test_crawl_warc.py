"""Days that are filled in from WARC files which another tool wrote."""

import gzip
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote
from zoneinfo import ZoneInfo

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from etl.io.archive import Archive
from etl.io.crawl import CrawlOptions, CrawlReport, crawl_day
from etl.io.crawl_owners import Owners
from etl.io.crawl_warc import crawl_warc
from etl.io.ledger import open_ledger
from etl.io.web import Web, WebOptions
from etl.io.web_faults import RefusedError, TransientError
from etl.model import DropReason, SourceSpec, Strategy
from tests.faults.liar import lying
from tests.newsroom.outlets import OUTLETS
from tests.newsroom.press import Press
from tests.newsroom.serve import night_after
from tests.newsroom.sites import Site

DAY = date(2026, 3, 14)
ZONE = ZoneInfo("Asia/Riyadh")
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
BY_ID = {outlet.outlet_id: outlet for outlet in OUTLETS}
CHOSEN = ("minbar", "yasmin", "marsa")
GIVEN = CrawlOptions(zone=ZONE, now=NOW)


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(DAY)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "archive")


def root(outlet_id: str) -> str:
    return f"https://www.{outlet_id}.example"


def specs(*ids: str) -> list[SourceSpec]:
    return [BY_ID[each].spec(root(each)) for each in ids]


def put(
    writer: WARCWriter, url: str, body: bytes, *, status: str = "200 OK", kind: str = "text/html"
) -> None:
    headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
    date_field = {"WARC-Date": "2026-03-20T10:00:00Z"}
    writer.write_record(
        writer.create_warc_record(
            url, "response", payload=BytesIO(body), http_headers=headers, warc_headers_dict=date_field
        )
    )


def written(press: Press, *, gzipped: bool = True, front: int = 0) -> bytes:
    """The sites as a crawler saw them: every article of the last days twice, front pages, errors, another's pages."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=gzipped)
    writer.write_record(writer.create_warcinfo_record("x.warc.gz", {"software": "another"}))
    for place in range(front):
        put(writer, f"https://elsewhere.example/{place}", b"<html><body>elsewhere</body></html>")
    for outlet_id in CHOSEN:
        site = Site(BY_ID[outlet_id], press, root(outlet_id))
        put(writer, f"{root(outlet_id)}/", b"<html><body><h1>Front</h1></body></html>")
        put(writer, f"{root(outlet_id)}/gone", b"<html>no</html>", status="404 Not Found")
        put(writer, f"{root(outlet_id)}/logo.png", b"\x89PNG", kind="image/png")
        for item in press.up(BY_ID[outlet_id], night_after(DAY)):
            if item.published_at.astimezone(ZONE).date() >= DAY - timedelta(days=9):
                answer = site.answer(item.path, night_after(DAY))
                for end in ("", "&utm_source=x" if "?" in item.path else "?utm_source=x"):
                    put(writer, root(outlet_id) + item.path + end, answer.body, kind=answer.content_type)
    put(writer, "https://elsewhere.example/1", b"<html><body>elsewhere</body></html>")
    return out.getvalue()


def paths(archive: Archive, outlet_id: str, day: date) -> list[str]:
    return [unquote(page.url.removeprefix(root(outlet_id))) for page in archive.pages(outlet_id, day)]


def require_truth(archive: Archive, press: Press) -> int:
    found = 0
    for outlet_id in CHOSEN:
        for age in range(10):
            day = DAY - timedelta(days=age)
            truth = press.truth(BY_ID[outlet_id], day, night_after(DAY))
            assert Counter(paths(archive, outlet_id, day)) == Counter(truth), (outlet_id, day)
            found += len(truth)
    return found


def door(folder: Path) -> Web:
    return Web(
        WebOptions(
            contact="desk@example.org", turns=folder / "turns", allow=("127.0.0.1",), attempts=1,
        )
    )  # fmt: skip


@contextmanager
def served(folder: Path, pages: dict[str, tuple[str, bytes]]) -> Iterator[tuple[str, Web]]:
    with lying() as liar, door(folder) as web:
        liar.pages = pages
        yield liar.root, web


@pytest.mark.parametrize("form", ["by record", "as a whole", "plain"])
def test_pages_of_declared_sources_come_in_under_their_own_days(
    archive: Archive, tmp_path: Path, press: Press, form: str
) -> None:
    content = written(press, gzipped=form == "by record")
    path = tmp_path / "some.warc.gz"
    path.write_bytes(gzip.compress(content) if form == "as a whole" else content)

    first = list(crawl_warc([str(path)], specs(*CHOSEN), DAY, web=None, archive=archive, options=GIVEN))

    assert require_truth(archive, press) > 20
    truth = {each: len(press.truth(BY_ID[each], DAY, night_after(DAY))) for each in CHOSEN}
    assert {each.source_id: each.fetched for each in first} == truth
    assert all(each.dropped == 2 and "not_a_page 1" in each.troubles[0] for each in first)

    again = list(crawl_warc([str(path)], specs(*CHOSEN), DAY, web=None, archive=archive, options=GIVEN))
    assert {each.fetched for each in again} == {0}
    assert {each.source_id: each.found for each in again} == truth
    require_truth(archive, press)


def test_what_a_file_gave_is_in_the_ledger_and_outlives_it(
    archive: Archive, tmp_path: Path, press: Press
) -> None:
    path = tmp_path / "some.warc.gz"
    path.write_bytes(written(press))
    list(crawl_warc([str(path)], specs("minbar"), DAY, web=None, archive=archive, options=GIVEN))
    truth = press.truth(BY_ID["minbar"], DAY, night_after(DAY))
    with open_ledger(archive, "minbar") as ledger:
        assert ledger.count(DAY, Strategy.WARC) == len(truth) > 0
    for each in (archive.root / "minbar").glob("ledger.sqlite*"):
        each.unlink()
    [again] = crawl_warc([str(path)], specs("minbar"), DAY, web=None, archive=archive, options=GIVEN)
    assert (again.fetched, again.found) == (0, len(truth))


def test_a_served_file_and_a_list_of_files_are_read_through_the_door(
    archive: Archive, tmp_path: Path, press: Press
) -> None:
    body = written(press)
    listing = "\n".join(
        f"crawl-data/CC-NEWS/CC-NEWS-{moment}-00001.warc.gz"
        for moment in ("20260101000000", "20260315000000")
    )
    pages = {
        "/warc.paths.gz": ("application/gzip", gzip.compress(listing.encode())),
        "/crawl-data/CC-NEWS/CC-NEWS-20260315000000-00001.warc.gz": ("application/gzip", body),
    }
    with served(tmp_path, pages) as (at, web):
        reports = list(
            crawl_warc([f"{at}/warc.paths.gz"], specs(*CHOSEN), DAY, web=web, archive=archive, options=GIVEN)
        )
    assert require_truth(archive, press) > 20
    assert not any("20260101" in trouble for each in reports for trouble in each.troubles)


def test_of_a_torn_file_the_whole_records_are_taken(archive: Archive, tmp_path: Path, press: Press) -> None:
    path = tmp_path / "torn.warc.gz"
    path.write_bytes(written(press)[:-150])
    reports = list(crawl_warc([str(path)], specs(*CHOSEN), DAY, web=None, archive=archive, options=GIVEN))
    assert require_truth(archive, press) > 20
    assert all("whole records before it were taken" in each.troubles[-1] for each in reports)


def test_a_file_that_cannot_be_had_fails_and_costs_the_others_nothing(
    archive: Archive, tmp_path: Path, press: Press
) -> None:
    path = tmp_path / "some.warc.gz"
    path.write_bytes(written(press))
    broken = tmp_path / "broken.warc.gz"
    broken.write_bytes(b"\x1f\x8b\x08\x00no gzip at all")
    with served(tmp_path, {}) as (at, web):
        names = [f"{at}/nowhere", str(broken)]
        with pytest.raises(TransientError, match="nowhere"):
            list(crawl_warc(names, specs("minbar"), DAY, web=web, archive=archive, options=GIVEN))
        [report] = crawl_warc(
            [*names, str(path)], specs("minbar"), DAY, web=web, archive=archive, options=GIVEN
        )
    assert report.fetched == len(press.truth(BY_ID["minbar"], DAY, night_after(DAY)))
    assert len(report.troubles) == 3
    with pytest.raises(FileNotFoundError, match="is no file"):
        list(crawl_warc(["no.warc"], specs("minbar"), DAY, web=None, archive=archive, options=GIVEN))


def test_a_record_larger_than_a_page_may_be_is_dropped(
    archive: Archive, tmp_path: Path, press: Press
) -> None:
    path = tmp_path / "some.warc.gz"
    path.write_bytes(written(press))
    small = replace(GIVEN, max_bytes=500)
    [report] = crawl_warc([str(path)], specs("minbar"), DAY, web=None, archive=archive, options=small)
    assert (report.fetched, DropReason.TOO_LARGE.value in report.troubles[0]) == (0, True)


def test_a_bad_copy_does_not_stand_in_a_live_pages_way(
    archive: Archive, tmp_path: Path, press: Press
) -> None:
    """A page that the outlet's list names, and that a file holds as a wall of consent, is still asked for."""
    from tests.newsroom.serve import serving

    with serving(press) as newsroom, door(tmp_path) as web:
        spec = newsroom.spec(BY_ID["minbar"])
        truth = press.truth(BY_ID["minbar"], DAY, newsroom.now)
        out = BytesIO()
        writer = WARCWriter(out, gzip=True)
        for path in sorted(truth):
            put(writer, newsroom.roots["minbar"] + path, b"<html><body><p>Accept cookies?</p></body></html>")
        (tmp_path / "bad.warc.gz").write_bytes(out.getvalue())
        [bad] = crawl_warc(
            [str(tmp_path / "bad.warc.gz")], [spec], DAY, web=None, archive=archive, options=GIVEN
        )
        live: CrawlReport = crawl_day(
            spec, DAY, web=web, archive=archive, options=replace(GIVEN, now=newsroom.now)
        )
    assert (bad.fetched, bad.dropped) == (0, len(truth))
    assert live.fetched == len(truth) > 0


def test_on_one_host_the_longest_home_wins_and_patterns_decide() -> None:
    arabic = SourceSpec(source_id="a", name_ar="", name_en="", home_url="https://www.big.example/arabic/")
    every = SourceSpec(
        source_id="b", name_ar="", name_en="", home_url="https://big.example/", deny=("/video/",)
    )
    owners = Owners([every, arabic])
    found = {
        path: spec and spec.source_id
        for path in ("/arabic/1", "/arabic", "/news/1", "/video/1", "/arabicfood")
        for spec in [owners.of(f"https://big.example{path}")]
    }
    assert found == {"/arabic/1": "a", "/arabic": "a", "/news/1": "b", "/video/1": None, "/arabicfood": "b"}
    assert owners.of("https://other.example/1") is None
    assert owners.of("urn:x") is None


def test_a_private_address_is_refused(archive: Archive, tmp_path: Path) -> None:
    with (
        Web(WebOptions(contact="desk@example.org", turns=tmp_path / "turns")) as web,
        pytest.raises((RefusedError, TransientError)),
    ):
        list(
            crawl_warc(
                ["http://169.254.169.254/x.warc.gz"],
                specs("minbar"),
                DAY,
                web=web,
                archive=archive,
                options=GIVEN,
            )
        )
