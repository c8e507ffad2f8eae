"""Real pages with gold made by hand, where the folder ../shared is there."""

import gzip
import json
import re
import unicodedata
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from etl.extract.html import extract, extract_body
from etl.model import Article, Page

PAGES = Path(__file__).resolve().parents[4] / "shared" / "pages"
GOLD = sorted(PAGES.glob("*.gold.json"))
ZONES = {"elbaladtv": "Africa/Cairo", "youm7": "Africa/Cairo", "assabah": "Africa/Tunis"}
pytestmark = pytest.mark.skipif(not GOLD, reason="no ../shared/pages beside the project")


def fold(text: str | None) -> str:
    plain = unicodedata.normalize("NFKC", text or "")
    plain = re.sub(r"[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", "", plain)
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s]|_", " ", plain)).strip().lower()


def grams(text: str) -> Counter[tuple[str, ...]]:
    words = fold(text).split()
    return Counter(tuple(words[i : i + 3]) for i in range(len(words) - 2))


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name)
def test_a_real_page_is_read_as_a_reader_would(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    content = gzip.decompress(path.with_name(path.name.replace(".gold.json", ".html.gz")).read_bytes())
    page = Page(
        source_id="x",
        url=gold["url"],
        content=content,
        content_type="text/html",
        fetched_at=datetime.now(UTC),
    )
    zone = ZoneInfo(ZONES.get(path.name.split(".")[0], "Asia/Riyadh"))
    read = extract(page, zone=zone)
    if not gold["is_article"] or gold["language"] != "ar":
        assert not isinstance(read.outcome, Article)
        return
    article = read.outcome
    assert isinstance(article, Article)
    expected, found = grams("\n".join(gold["paragraphs"])), grams(article.body)
    both = (expected & found).total()
    assert 2 * both / (expected.total() + found.total()) >= 0.99
    lines = {fold(line) for line in article.body.split("\n")}
    assert not [text for text in gold["inline_boilerplate"] + gold["images_captions"] if fold(text) in lines]
    assert fold(article.title) == fold(gold["title"])
    if gold["published"]:
        assert article.published_at is not None
        assert article.published_at.isoformat()[:10] == gold["published"][:10]


def test_pages_in_other_languages_are_read_by_their_structure() -> None:
    found = missed = leaked = 0
    with gzip.open(PAGES / "structure.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            page = json.loads(line)
            body = extract_body(page["html"])
            found += sum(text in body for text in page["with"])
            missed += sum(text not in body for text in page["with"])
            leaked += sum(text in body for text in page["without"])
    assert 2 * found / (2 * found + missed + leaked) >= 0.945
