"""Entries of the ledger to archived pages, drops, revisions and deletions."""

import queue
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from datetime import date, time
from urllib.parse import urljoin, urlsplit

from etl.discover.faults import AddressError
from etl.discover.urls import canonical, host_of
from etl.extract.page import read_page
from etl.io.crawl_run import SourceRun
from etl.io.exchange import Kind
from etl.io.ledger_rows import Known, State
from etl.io.web_answer import Answer
from etl.io.web_faults import RefusedError, TransientError
from etl.model import Article, Drop, DropReason, Page
from etl.text.letters import fold

_GONE = frozenset((404, 410))
_FORBIDDEN = frozenset((401, 402, 403, 407, 451))
_OK = 200
_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
_HEAD_BYTES = 65_536
_CANONICAL = re.compile(rb"<link\b[^>]*\brel\s*=\s*[\"']?canonical\b[^>]*>", re.IGNORECASE)
_HREF = re.compile(rb"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)

Asked = tuple[Known, Answer | RefusedError | TransientError]


def judge(answer: Answer) -> tuple[DropReason, str] | None:  # noqa: PLR0911 - a return for each reason
    """Return why an answer is no page, None where it may be one."""
    seen = f"{answer.url} answers {answer.status} {answer.reason}".rstrip()
    content_type = answer.header("Content-Type").split(";")[0].strip().lower()
    if answer.status in _GONE:
        return DropReason.GONE, seen
    if answer.status in _FORBIDDEN:
        return DropReason.FORBIDDEN, seen
    if answer.status != _OK:
        return DropReason.NOT_A_PAGE, seen
    if answer.hops and urlsplit(answer.url).path.strip("/") == "" and urlsplit(answer.asked).path.strip("/"):
        return DropReason.GONE, f"{answer.asked} redirects to the front page"
    if content_type and content_type not in _TYPES:
        return DropReason.NOT_A_PAGE, f"{answer.url} is {content_type}"
    if answer.body.size == 0:
        return DropReason.EMPTY, f"{answer.url} answers nothing"
    return None


def identity(answer: Answer) -> str:
    """Return the canonical address of a page: its own word for it, where that is of the same host, else where it lay."""
    head = answer.body.stream().read(_HEAD_BYTES)
    found = _CANONICAL.search(head)
    href = _HREF.search(found[0]) if found else None
    if href:
        stated = (
            next(filter(None, href.groups()), b"").decode("utf-8", "replace").replace("&amp;", "&").strip()
        )
        try:
            address = urljoin(answer.url, stated)
            # Templates that name the front page on every page are common; that is no article's address.
            if host_of(address) == host_of(answer.url) and urlsplit(address).path.strip("/"):
                return canonical(address)
        except (AddressError, ValueError):
            pass
    return canonical(answer.url)


def stated_day(run: SourceRun, article: Article) -> date | None:
    """Return the news day that an article states; None where it states none."""
    if article.published_at is None:
        return None
    local = article.published_at.astimezone(run.zone)
    # A page that states a day and no clock reads as midnight, which may be another day elsewhere.
    return (
        local.date() if local.time() == time.min else article.published_at.astimezone(run.window.zone).date()
    )


def seen_day(run: SourceRun, answer: Answer) -> date:
    """Return the news day on which a page was fetched."""
    return answer.fetched_at.astimezone(run.window.zone).date()


class Pages:
    """The pages of one run."""

    def __init__(self, run: SourceRun) -> None:
        """Take the run that asks and notes."""
        self._run = run

    def fetch(self, entries: Iterable[Known]) -> None:
        """Ask for entries that are not archived, and note what became of each."""
        for known, got in self._asked(entries, lambda known: self._run.fetch(known.url)):
            if isinstance(got, TransientError):
                self._run.counts.failed += known.day in (None, self._run.window.day)
                self._run.ledger.failed(known.key, str(got))
            elif isinstance(got, RefusedError):
                self._drop(known, got.reason, got.detail)
            else:
                with got:
                    self._take(known, got)

    def look_again(self, entries: Iterable[Known], looks: Callable[[Known], int]) -> None:
        """Ask again for entries that are archived; `looks` counts those that are then behind an entry."""
        known_by_key = {each.key: each for each in entries}
        # Here and not where the asking is done: the ledger belongs to one thread.
        versions = {key: self._run.ledger.latest(key, Kind.PAGE) for key in known_by_key}

        def ask(known: Known) -> Answer:
            version = versions[known.key]
            return self._run.fetch(known.url, validators=version.validators if version else None)

        for known, got in self._asked(known_by_key.values(), ask):
            if isinstance(got, TransientError):
                self._run.counts.troubles.append(f"second look: {got}")
                continue
            if not isinstance(got, RefusedError):
                with got:
                    self._compare(known, got)
            self._run.ledger.looked(known.key, looks(known))

    def _asked(self, entries: Iterable[Known], ask: Callable[[Known], Answer]) -> Iterator[Asked]:
        """Yield each entry with its answer: hosts side by side, a host's pages one after the other."""
        by_host: dict[str, list[Known]] = {}
        for known in entries:
            by_host.setdefault(urlsplit(known.url).netloc, []).append(known)

        def attempt(known: Known) -> Asked:
            try:
                return known, ask(known)
            except (RefusedError, TransientError) as error:
                return known, error

        if len(by_host) <= 1:
            yield from (attempt(known) for group in by_host.values() for known in group)
        else:
            yield from _Crew(list(by_host.values()), attempt, self._run.options.hosts_at_once).answers()

    def _take(self, known: Known, answer: Answer) -> None:
        """Archive a page under its day, or note why it is none."""
        self._run.counts.received_bytes += answer.body.size
        fault = judge(answer)
        if fault:
            self._drop(known, *fault)
            return
        key = identity(answer)
        other = self._run.ledger.find(key) if key != known.key else None
        if other is not None and other.state is not State.HEARD:
            self._drop(known, DropReason.DUPLICATE_PAGE, f"the same page as {other.url}")
            return
        day = known.day or (other.day if other else None) or self._day(known, answer)
        if day is None:
            return
        self._run.archive(answer, Kind.PAGE, key, day)
        if key != known.key:
            self._run.ledger.alias(known.key, key)
        self._run.counts.fetched += day == self._run.window.day

    def _day(self, known: Known, answer: Answer) -> date | None:
        """Return the news day of a page by its own word, else by its finder's, else that on which it was first seen."""
        page = self._page(answer.body.read(), answer.header("Content-Type"), answer)
        read = read_page(page, self._run.zone).outcome
        if isinstance(read, Drop):
            self._drop(known, read.reason, read.detail)
            return None
        return stated_day(self._run, read) or known.published_on or seen_day(self._run, answer)

    def _compare(self, known: Known, answer: Answer) -> None:
        """Note a second look: the same text, another one, or a page that is gone."""
        counts, day = self._run.counts, known.day or self._run.window.day
        version = self._run.ledger.latest(known.key, Kind.PAGE)
        if version is None or answer.is_unchanged or answer.body.digest == version.digest:
            counts.unchanged += day == self._run.window.day
            return
        fault = judge(answer)
        if fault and answer.status in _GONE:
            self._run.archive(answer, Kind.DELETION, known.key, day)
            counts.deletions += 1
            return
        before = read_page(self._page(*self._run.stored(version), answer), self._run.zone).outcome
        page = self._page(answer.body.read(), answer.header("Content-Type"), answer)
        now = read_page(page, self._run.zone).outcome
        if fault or (isinstance(now, Drop) and isinstance(before, Article)):
            # An error page with status 200 is no new text of the article; it is kept as what was seen.
            self._run.archive(answer, Kind.LOOK, known.key, day)
        elif _text(before) == _text(now):
            # Cards, counters and advertisements change with each request; the article has not.
            counts.unchanged += day == self._run.window.day
        else:
            self._run.archive(answer, Kind.PAGE, known.key, day)
            counts.revisions += 1

    def _page(self, content: bytes, content_type: str, answer: Answer) -> Page:
        return Page(
            source_id=self._run.spec.source_id, url=answer.url, content=content,
            content_type=content_type or "text/html", fetched_at=answer.fetched_at,
        )  # fmt: skip

    def _drop(self, known: Known, reason: DropReason, detail: str) -> None:
        day = known.day or self._run.window.day
        self._run.counts.dropped += day == self._run.window.day
        self._run.ledger.drop(known.key, day, reason, detail)


def _text(read: Article | Drop) -> tuple[str, str]:
    """Return what must differ for an article to have changed: its title and body, however they are spelt."""
    return ("", read.reason.value) if isinstance(read, Drop) else (fold(read.title or ""), fold(read.body))


class _Crew:
    """Threads that ask several hosts at once; few answers wait at a time, so that bodies do not pile up."""

    def __init__(self, groups: list[list[Known]], attempt: Callable[[Known], Asked], most: int) -> None:
        """Take each host's entries, how to ask for one, and how many hosts are asked at once."""
        self._waiting = iter(groups)
        self._attempt = attempt
        self._answers: queue.Queue[Asked | BaseException | None] = queue.Queue(maxsize=most)
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._threads = [
            threading.Thread(target=self._work, daemon=True) for _ in range(min(most, len(groups)))
        ]

    def answers(self) -> Iterator[Asked]:
        """Yield answers as they come, until every thread is done."""
        for thread in self._threads:
            thread.start()
        left = len(self._threads)
        try:
            while left:
                got = self._answers.get()
                if isinstance(got, BaseException):
                    raise got
                if got is None:
                    left -= 1
                else:
                    yield got
        finally:
            self._stop.set()
            while left:
                left -= self._answers.get() is None

    def _work(self) -> None:
        try:
            while group := self._next():
                for known in group:
                    if self._stop.is_set():
                        return
                    self._answers.put(self._attempt(known))
        except BaseException as error:  # noqa: BLE001 - handed to the thread that waits for it
            self._answers.put(error)
        finally:
            self._answers.put(None)

    def _next(self) -> list[Known] | None:
        with self._lock:
            return next(self._waiting, None)
