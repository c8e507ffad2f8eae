"""The page of explanations shows every block with its decision and asks the network for nothing."""

from selectolax.lexbor import LexborHTMLParser

from etl.extract.explain_page import explain_page
from tests.unit.extract_html.newspages import PARAGRAPHS, TITLE, wordpress_block_theme


def test_every_block_is_shown_with_its_decision() -> None:
    source = wordpress_block_theme().html.replace("<body", '<script>alert(1)</script><body onload="x()"')
    page = LexborHTMLParser(explain_page(source))
    kept = [node.text(deep=True).strip() for node in page.css('p[data-rasad="body"]')]
    assert kept == list(PARAGRAPHS)
    assert [node.text(deep=True) for node in page.css('[data-rasad="title"]')] == [TITLE]
    dropped = page.css_first("p.read-also")
    assert dropped is not None
    assert dropped.attributes["data-rasad"] == "boilerplate"
    assert "/1" in (dropped.attributes["title"] or "")
    rows = [row.text(deep=True) for row in page.css(".rasad tr")]
    assert any("جميع الحقوق محفوظة" in row and "html.hint" not in row for row in rows)
    assert len(rows) > len(PARAGRAPHS)


def test_the_page_is_inert_and_right_to_left() -> None:
    source = wordpress_block_theme().html.replace(
        "</head>", '<script src="//x"></script><meta http-equiv="refresh" content="0;url=//x"></head>'
    )
    page = LexborHTMLParser(explain_page(source))
    assert page.css_first("script, iframe, link") is None
    assert [node.attributes["http-equiv"] for node in page.css("meta[http-equiv]")] == [
        "Content-Security-Policy"
    ]
    root = page.css_first("html")
    assert root is not None
    assert root.attributes["dir"] == "rtl"


def test_a_refused_page_says_why() -> None:
    assert "nested" in explain_page("<div>" * 20_000)
