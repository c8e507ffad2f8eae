"""Cluttered documents in the manner of many outlets: every line has the kind that its mark says."""

from pathlib import Path

import pytest

from etl.extract.lines import classify_lines
from etl.extract.text import read_text
from etl.model import Article, BlockKind, Drop, DropReason
from tests.unit.extract.marked import DOCUMENTS, read_marked

PATHS = sorted(DOCUMENTS.glob("*.txt"))


def article_of(name: str) -> Article:
    lines, _ = read_marked(DOCUMENTS / f"{name}.txt")
    article = read_text("\n".join(lines), source_id="inbox", url=f"inbox:///{name}.txt")
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_line_is_what_it_is(path: Path) -> None:
    lines, kinds = read_marked(path)
    assert [(block.line, block.kind) for block in classify_lines(lines)] == list(kinds)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_nothing_is_lost_between_the_fields_and_the_dropped(path: Path) -> None:
    _, kinds = read_marked(path)
    article = article_of(path.stem)
    stated = sum(kind in (BlockKind.BODY, BlockKind.SUBHEAD, BlockKind.TITLE) for _, kind in kinds)
    captions = sum(kind is BlockKind.CAPTION for _, kind in kinds)
    assert len(article.body.split("\n")) == stated - (article.title is not None)
    assert len(article.dropped) == len(kinds) - stated - captions
    assert all(block.rule for block in article.dropped)


def test_fields_of_a_portal() -> None:
    article = article_of("morocco_portal")
    assert article.title == "برلمانيون يسائلون وزير الفلاحة عن غلاء اللحوم قبل عيد الأضحى"
    assert article.tags == ("اللحوم الحمراء", "عيد الأضحى")
    assert article.section is None
    assert article.attribution == "هسبريس – سعيد أمزيان"


def test_fields_of_a_daily() -> None:
    article = article_of("egypt_daily")
    assert (article.section, article.author) == ("محافظات", "محمود عبد العزيز")
    assert article.captions == ("محافظ أسيوط خلال الجولة تصوير : آخرون",)


def test_the_source_stated_by_the_page_is_the_attribution_and_never_a_second_story_s() -> None:
    article = article_of("aggregator_second_story")
    assert article.attribution == "شفق نيوز"
    assert article.tags == ("محصول القمح", "وزارة الزراعة", "إقليم كردستان")


def test_tags_one_to_a_line() -> None:
    assert article_of("london_daily").tags == ("الأونروا", "غزة", "شمال غزة")


def test_the_time_stays_with_the_dropped_for_the_reader_of_dates() -> None:
    dropped = article_of("algeria_daily").dropped
    assert [block.text for block in dropped if block.kind is BlockKind.PUBLISHED] == ["2024/06/02 - 17:45"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", DropReason.EMPTY),
        ("\n \t\n", DropReason.EMPTY),
        (
            "The minister said on Friday that the talks would go on until a deal is reached.",
            DropReason.NOT_ARABIC,
        ),
        ("عاجل", DropReason.TOO_SHORT),
        ("أعلنت الوزارة النتائج.", DropReason.TOO_SHORT),
        (
            "\n".join(
                f"{place} تستعد لاستقبال موسم السياحة الشتوية الجديد"
                for place in ("مراكش", "الأقصر", "دبي", "جرش", "بعلبك", "تطوان", "العقبة", "صلالة")
            ),
            DropReason.NOT_AN_ARTICLE,
        ),
    ],
)
def test_what_is_no_article_is_a_drop_with_its_reason(text: str, reason: DropReason) -> None:
    drop = read_text(text, source_id="inbox", url="inbox:///a.txt")
    assert isinstance(drop, Drop)
    assert (drop.reason, drop.source_id, drop.url) == (reason, "inbox", "inbox:///a.txt")


def test_the_outlet_s_name_is_no_part_of_the_title() -> None:
    assert article_of("london_arab_daily").title == "تونس تطلق منصة رقمية لتلقي شكاوى المهاجرين"


def test_bare_tags_are_known_by_the_words_of_the_article() -> None:
    assert article_of("egypt_news").tags == ("مصر", "الأردن", "اللجنة العليا المشتركة", "أخبار مصر")
    assert article_of("gulf_channel_cards").tags == ("المعابر", "العراق", "سوريا")


def test_tags_in_a_row_are_parted_by_its_bars() -> None:
    assert article_of("poll_and_prices").tags == ("اليونان", "تهريب الوقود", "كريت")


def test_the_section_is_the_last_crumb() -> None:
    assert article_of("poll_and_prices").section == "دوليات"
