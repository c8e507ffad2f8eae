"""What a site repeats is learned from its pages, whatever their order and number, and cut by rule."""

from datetime import UTC, datetime
from itertools import permutations
from zoneinfo import ZoneInfo

from etl.extract.html import extract
from etl.extract.repeated import block_hash, learn, page_hashes, repeats
from etl.model import Article, Page
from tests.unit.extract_html.newspages import OTHER_TITLES, PARAGRAPHS, head

BOX = "يعمل فريق المرصد على مدار الساعة لينقل إليكم الخبر من مكانه، وكل دعم منكم يتيح لنا أن نبقى مستقلين عن كل جهة."
ZONE = ZoneInfo("Asia/Riyadh")


def story(number: int) -> Page:
    title = OTHER_TITLES[number % len(OTHER_TITLES)]
    own = tuple(f"{text} وذلك في الجولة رقم {number} من الجلسات." for text in PARAGRAPHS)
    body = "".join(f"<p>{text}</p>" for text in (*own[:3], BOX, *own[3:]))
    html = f'{head(title)}<body><h1>{title}</h1><div class="date">5 مارس 2024</div><div class="text">{body}</div></body></html>'
    return Page(
        source_id="marsad",
        url=f"https://example.org/{number}",
        content=html.encode(),
        content_type="text/html",
        fetched_at=datetime(2024, 3, 6, tzinfo=UTC),
    )


def hashes_of(page: Page) -> tuple[str, frozenset[int]]:
    return page.url, page_hashes(block.text for block in extract(page, zone=ZONE).blocks)


def test_a_box_in_fine_prose_is_cut_once_learned() -> None:
    pages = [story(number) for number in range(6)]
    before = extract(pages[0], zone=ZONE).outcome
    assert isinstance(before, Article)
    assert BOX in before.body
    learned = learn(map(hashes_of, pages))
    after = extract(pages[0], zone=ZONE, learned=learned).outcome
    assert isinstance(after, Article)
    assert BOX not in after.body
    assert after.body == before.body.replace(f"{BOX}\n", "")
    assert [(block.rule, block.evidence) for block in after.dropped if block.text == BOX] == [
        ("site.repeated/1", "6 pages")
    ]


def test_what_is_learned_depends_on_no_order_and_no_rerun() -> None:
    seen = [("a", {1, 2}), ("b", {2, 3}), ("c", {2, 3})]
    first = learn(seen)
    assert first == {2: 3, 3: 2}
    assert list(first) == sorted(first)
    for order in permutations(seen):
        assert learn([*order, *order]) == first


def test_one_story_under_several_addresses_is_no_furniture() -> None:
    text = PARAGRAPHS[3]
    found = block_hash(text)
    assert found is not None
    assert repeats({found: 4}, text) == 0
    assert repeats({found: 5}, text) == 5
    assert block_hash("المزيد") is None
    assert block_hash("الأكثر قراءة") == block_hash("الاكثر  قراءه")
