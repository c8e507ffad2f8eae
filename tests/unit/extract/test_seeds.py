"""The seed documents beside the project, where they are: body, title, section, captions, tags, source."""

import json
from pathlib import Path
from typing import Any

import pytest

from etl.extract.lines import classify_lines
from etl.extract.text import read_text
from etl.model import Article, BlockKind

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"
GOLD = SEEDS / "gold.json"
pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="the folder ../shared/seeds is not here")
NAMES = (
    "000_bed5c2ddb204c129.txt",
    "001_f1d4ad5dc8d5eaf4.txt",
    "002_b8bd5b7aadc86359.txt",
    "003_934a0f4bb6c41b95.txt",
    "004_51969bf797efba10.txt",
)


def read(name: str) -> tuple[Article, list[str], dict[str, Any]]:
    text = (SEEDS / name).read_text(encoding="utf-8")
    gold: dict[str, Any] = json.loads(GOLD.read_text(encoding="utf-8"))[name]
    article = read_text(text, source_id="inbox", url=f"inbox:///{name}")
    assert isinstance(article, Article)
    return article, text.split("\n"), gold


def shown(lines: list[str], numbers: list[int]) -> list[str]:
    return [" ".join(lines[number - 1].split()) for number in numbers]


@pytest.mark.parametrize("name", NAMES)
def test_body_is_exactly_its_lines(name: str) -> None:
    article, lines, gold = read(name)
    assert article.body.split("\n") == shown(lines, gold["body_lines"])


@pytest.mark.parametrize("name", NAMES)
def test_fields(name: str) -> None:
    article, lines, gold = read(name)
    assert article.language == "ar"
    assert article.title == gold["title"]
    assert article.section == gold["section"]
    assert list(article.captions) == shown(lines, gold["caption_lines"])
    if gold["original_source"]:
        assert article.attribution == gold["original_source"]
    assert set(gold["tags_contain"]) <= set(article.tags)
    assert bool(article.tags) == bool(gold["tag_lines"])


@pytest.mark.parametrize("name", NAMES)
def test_lines_of_each_kind(name: str) -> None:
    _, lines, gold = read(name)
    blocks = classify_lines(tuple(lines))
    for kind, numbers in (
        (BlockKind.SUBHEAD, gold["subhead_lines"]),
        (BlockKind.CAPTION, gold["caption_lines"]),
        (BlockKind.ATTRIBUTION, gold["attribution_lines"]),
        (BlockKind.TAGS, gold["tag_lines"]),
    ):
        assert [block.line for block in blocks if block.kind is kind] == numbers
