"""The walk over a page: blocks, the elements made for them, lists of links as one block."""

from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser

from etl.extract.blocks import read_tree
from etl.extract.html_tags import KINDS
from etl.extract.structure import measure
from etl.extract.tree import Tree
from tests.unit.extract_html.hardpages import HARD
from tests.unit.extract_html.newspages import FAMILIES, NewsPage


def tree_of(markup: str, *, whole: bool = False, complete: bool = False) -> Tree:
    root = LexborHTMLParser(markup).body
    assert root is not None
    tree = read_tree(root, whole=whole, complete=complete)
    measure(tree)
    return tree


def test_a_block_knows_its_place_its_links_and_its_picture() -> None:
    tree = tree_of(
        "<div class=a><p>قال <b>الوزير</b> إن <a href=x>الخطة</a> جاهزة</p><figure><img src=x><i></i></figure>سطر<br>آخر</div>"
    )
    assert [block.text for block in tree.blocks] == ["قال الوزير إن الخطة جاهزة", "سطر", "آخر"]
    paragraph, line, last = tree.blocks
    assert (paragraph.linked, paragraph.bold, paragraph.links) == (len("الخطة"), len("الوزير"), 1)
    assert tree.elements[line.image].tag == "figure"
    assert (line.after_break, last.after_break, last.image) == (False, True, -1)


def test_an_element_without_text_is_made_only_for_a_complete_tree() -> None:
    markup = "<div><span class=icon></span><div class=ad><i></i></div><p>نص</p><ul><li></li></ul></div>"
    assert [element.tag for element in tree_of(markup).elements] == ["body", "div", "p"]
    complete = tree_of(markup, complete=True)
    assert [element.tag for element in complete.elements] == ["body", "div", "div", "p", "ul", "li"]
    assert [(element.first, element.last) for element in complete.elements[2:]] == [
        (0, 0),
        (0, 1),
        (1, 1),
        (1, 1),
    ]


@pytest.mark.parametrize("make", [*FAMILIES, *HARD])
def test_a_complete_tree_has_the_same_blocks(make: Callable[[], NewsPage]) -> None:
    plain, complete = tree_of(make().html), tree_of(make().html, complete=True)
    assert [block.text for block in plain.blocks] == [block.text for block in complete.blocks]
    shown = [element for element in complete.elements if element.last > element.first]
    made = [element for element in plain.elements if element.last > element.first]
    assert [(each.tag, each.name, each.own, each.first, each.last) for each in made] == [
        (each.tag, each.name, each.own, each.first, each.last) for each in shown
    ]


ITEM = '<li><a href="/{0}">عنوان خبر آخر من أخبار اليوم رقم {0}</a></li>'


@pytest.mark.parametrize(
    ("items", "inside", "blocks"),
    [
        (12, "", 2),  # a long list of links is one block
        (3, "", 4),  # a short one is read
        (12, "<p>فقرة</p>", 14),  # what holds a paragraph is no list
        (12, "<br>", 13),
        (12, f"<li>{'نص بلا رابط ' * 30}</li>", 14),
    ],
)
def test_a_list_of_links_is_one_block(items: int, inside: str, blocks: int) -> None:
    links = "".join(ITEM.format(number) for number in range(items))
    markup = f'<div class="menu-related nav"><ul>{links}{inside}</ul></div><p>النص</p>'
    assert len(tree_of(markup).blocks) == blocks
    assert len(tree_of(markup, whole=True).blocks) == items + 1 + (inside.startswith(("<p", "<li")))


def test_what_stood_before_a_list_is_counted_for_what_follows() -> None:
    links = "".join(ITEM.format(number) for number in range(12))
    tree = tree_of(
        f'<div><a href=x><img src=y></a><div class="nav related">{links}<img src=z></div>نص تال</div>'
    )
    assert [block.text[-1] for block in tree.blocks] == ["…", "ل"]
    assert tree.blocks[1].links == 1
    assert tree.elements[tree.blocks[1].image].name == ""


def test_a_tag_s_number_is_of_its_name() -> None:
    for tag in ("p", "div", "a", "span", "br", "img", "script", "h1", "td", "noscript", "strong"):
        node = LexborHTMLParser("").create_node(tag)
        assert KINDS[node.tag_id][1] == tag
    assert tree_of("<amp-ad-x>نص</amp-ad-x><o:p>آخر</o:p>").elements[1].tag == "amp-ad-x"
