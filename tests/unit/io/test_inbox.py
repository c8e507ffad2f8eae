import gzip
import io
import os
import threading
import time
from datetime import date
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from etl.io.archive import Archive
from etl.io.inbox import Inbox
from etl.model import DropReason, Outcome

DAY = date(2026, 3, 14)
NEXT_DAY = date(2026, 3, 15)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "inbox"
    made.mkdir()
    return made


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "archive")


@pytest.fixture
def inbox(folder: Path, archive: Archive) -> Inbox:
    return Inbox(folder, archive, max_bytes=10_000, quiet_seconds=0)


def reasons(outcome: Outcome) -> list[DropReason]:
    return sorted(drop.reason for drop in outcome.drops)


def warc(*documents: tuple[str, int, str, bytes]) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for url, status, content_type, body in documents:
        headers = StatusAndHeaders(f"{status} X", [("Content-Type", content_type)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(url, "request", payload=io.BytesIO(b"GET / HTTP/1.1\r\n\r\n"))
        )
        writer.write_record(
            writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers)
        )
    return out.getvalue()


def test_documents_are_archived_as_they_are(folder: Path, inbox: Inbox, archive: Archive) -> None:
    (folder / "خبر.txt").write_bytes("نص".encode("cp1256"))
    (folder / "deep").mkdir()
    (folder / "deep" / "page.HTM").write_bytes(b"<p>x")

    outcome = inbox.collect(DAY)

    assert (outcome.in_count, outcome.out_count, outcome.drops) == (2, 2, ())
    pages = {page.url: page for page in archive.pages("inbox", DAY)}
    assert pages["inbox:///deep/page.HTM"].content_type == "text/html"
    assert pages["inbox:///%D8%AE%D8%A8%D8%B1.txt"].content == "نص".encode("cp1256")


def test_a_second_run_and_a_later_day_take_nothing_again(
    folder: Path, inbox: Inbox, archive: Archive
) -> None:
    (folder / "a.txt").write_text("a")
    (folder / "a.xyz").write_text("unsupported")
    first = inbox.collect(DAY)

    assert inbox.collect(DAY) == first
    assert inbox.collect(NEXT_DAY).in_count == 0
    assert len(list(archive.pages("inbox", DAY))) == 1


def test_a_changed_document_is_taken_again(folder: Path, inbox: Inbox, archive: Archive) -> None:
    (folder / "a.txt").write_text("first")
    inbox.collect(DAY)
    (folder / "a.txt").write_text("second text")

    assert inbox.collect(NEXT_DAY).out_count == 1
    assert [page.content for page in archive.pages("inbox", NEXT_DAY)] == [b"second text"]


def test_a_touched_document_is_not_taken_again(folder: Path, inbox: Inbox) -> None:
    (folder / "a.txt").write_text("same")
    inbox.collect(DAY)
    os.utime(folder / "a.txt", ns=(1, 1))

    assert inbox.collect(DAY).in_count == 1
    assert reasons(inbox.collect(NEXT_DAY)) == []


def test_bad_documents_are_drops_and_the_others_load(folder: Path, inbox: Inbox) -> None:
    (folder / "good.txt").write_text("good")
    (folder / "large.txt").write_bytes(b"x" * 10_001)
    (folder / "notes.docx").write_bytes(b"PK")
    (folder / ".hidden.txt").write_text("no document")

    outcome = inbox.collect(DAY)

    assert outcome.out_count == 1
    assert reasons(outcome) == [DropReason.TOO_LARGE, DropReason.UNSUPPORTED_TYPE]
    assert "RASAD_MAX_DOCUMENT_BYTES" in next(
        d.detail for d in outcome.drops if d.reason is DropReason.TOO_LARGE
    )


def test_a_document_that_is_being_written_waits_for_the_next_run(folder: Path, archive: Archive) -> None:
    inbox = Inbox(folder, archive, max_bytes=10_000, quiet_seconds=0.4)
    path = folder / "growing.txt"
    path.write_text("half")
    stop = threading.Event()

    def write_on() -> None:
        while not stop.wait(0.05):
            with path.open("a") as out:
                out.write("more")

    writer = threading.Thread(target=write_on)
    writer.start()
    try:
        outcome = inbox.collect(DAY)
    finally:
        stop.set()
        writer.join()
    assert reasons(outcome) == [DropReason.BEING_WRITTEN]

    time.sleep(0.4)
    outcome = inbox.collect(DAY)
    assert (outcome.out_count, outcome.drops) == (1, ())


def test_warc_records_become_pages(folder: Path, inbox: Inbox, archive: Archive) -> None:
    (folder / "crawl.warc.gz").write_bytes(
        warc(
            ("https://example.org/1", 200, "text/html; charset=utf-8", b"<p>one"),
            ("https://example.org/2", 404, "text/html", b"gone"),
            ("https://example.org/3.png", 200, "image/png", b"\x89PNG"),
            ("https://example.org/1", 200, "text/html; charset=utf-8", b"<p>one"),
            ("https://example.org/5", 200, "text/html", b"x" * 20_000),
        )
    )

    outcome = inbox.collect(DAY)

    assert outcome.in_count == 5
    assert [page.url for page in archive.pages("inbox", DAY)] == ["https://example.org/1"]
    assert reasons(outcome) == sorted(
        [DropReason.NOT_A_PAGE, DropReason.NOT_A_PAGE, DropReason.DUPLICATE_PAGE, DropReason.TOO_LARGE]
    )


@pytest.mark.parametrize("cut", [1, 20, 150])
def test_a_truncated_warc_gives_its_whole_records(
    folder: Path, inbox: Inbox, archive: Archive, cut: int
) -> None:
    whole = warc(
        *((f"https://example.org/{n}", 200, "text/html", os.urandom(300).hex().encode()) for n in range(3))
    )
    (folder / "crawl.warc.gz").write_bytes(whole[:-cut])

    outcome = inbox.collect(DAY)

    assert reasons(outcome) == [DropReason.TRUNCATED_ARCHIVE]
    assert [page.url for page in archive.pages("inbox", DAY)] == [
        "https://example.org/0",
        "https://example.org/1",
    ]


@pytest.mark.parametrize(
    "content", [b"no warc at all " * 50, gzip.compress(b"no warc", mtime=0), b"\x1f\x8bbroken"]
)
def test_what_is_no_warc_is_a_drop(folder: Path, inbox: Inbox, content: bytes) -> None:
    (folder / "crawl.warc.gz").write_bytes(content)

    assert reasons(inbox.collect(DAY)) == [DropReason.TRUNCATED_ARCHIVE]


def test_a_missing_inbox_says_what_to_do(tmp_path: Path, archive: Archive) -> None:
    with pytest.raises(FileNotFoundError, match="RASAD_INBOX"):
        Inbox(tmp_path / "none", archive, max_bytes=1, quiet_seconds=0).collect(DAY)


def test_a_killed_run_loses_nothing_and_takes_nothing_twice(
    folder: Path, inbox: Inbox, archive: Archive
) -> None:
    for name in "abc":
        (folder / f"{name}.txt").write_text(name * 500)
    inbox.collect(DAY)
    day_dir = archive.day_dir("inbox", DAY)
    written = next(day_dir.glob("*.warc.gz"))
    os.truncate(
        written, written.stat().st_size - 30
    )  # killed inside the last record, before index and ledger
    next(day_dir.glob("*.index.jsonl")).unlink()
    (day_dir / "documents.jsonl").unlink()

    outcome = inbox.collect(DAY)

    assert (outcome.in_count, outcome.out_count) == (3, 3)
    assert sorted(page.content[:1] for page in archive.pages("inbox", DAY)) == [b"a", b"b", b"c"]
