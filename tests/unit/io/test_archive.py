from datetime import UTC, date, datetime
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator

from etl.io.archive import Archive, payload_digest
from etl.model import Page

DAY = date(2026, 3, 14)


def page(url: str, content: bytes) -> Page:
    fetched_at = datetime(2026, 3, 14, 2, 0, 0, 123456, tzinfo=UTC)
    return Page(source_id="inbox", url=url, content=content, content_type="text/plain", fetched_at=fetched_at)


def test_a_page_comes_back_as_it_went_in(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    pages = [page("inbox:///a.txt", b""), page("inbox:///b.txt", bytes(range(256)))]
    with archive.writer("inbox", DAY) as writer:
        for each in pages:
            writer.write(each)

    found = list(archive.pages("inbox", DAY))
    assert found == pages
    for each in found:
        with (tmp_path / str(each.warc_file)).open("rb") as stream:
            stream.seek(each.warc_offset or 0)
            record = next(iter(ArchiveIterator(stream)))
            assert record.rec_headers.get_header("WARC-Target-URI") == each.url


def test_another_tool_reads_the_file_and_its_digests(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    with archive.writer("inbox", DAY) as writer:
        writer.write(page("inbox:///a.txt", b"text"))

    with next(tmp_path.rglob("*.warc.gz")).open("rb") as stream:
        kinds = []
        for record in ArchiveIterator(stream, check_digests="raise"):
            kinds.append(record.rec_type)
            digest = record.rec_headers.get_header("WARC-Payload-Digest")
            content = record.content_stream().read()
            if record.rec_type == "resource":
                assert digest == payload_digest(content)
    assert kinds == ["warcinfo", "resource"]


def test_a_run_without_pages_leaves_no_file(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    with archive.writer("inbox", DAY):
        pass

    assert list(tmp_path.rglob("*.warc.gz")) == []
    assert archive.known("inbox") == {}
