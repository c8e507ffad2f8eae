import string
from unicodedata import normalize
from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from etl.discover.faults import AddressError
from etl.discover.urls import canonical, host_of, is_wanted, readable
from etl.model import SourceSpec

# أ and آ have decomposed forms; so a slug with them has five spellings.
SLUG = "آخر-أخبار-المؤتمر-الصحفي"


def spellings(slug: str) -> list[str]:
    escaped = quote(slug)
    return [slug, escaped, escaped.lower(), quote(normalize("NFD", slug)), escaped.replace("%", "%25")]


def test_five_spellings_of_an_arabic_slug_are_one_key() -> None:
    keys = {canonical(f"https://example.com/2026/03/14/{each}/") for each in spellings(SLUG)}
    assert keys == {f"https://example.com/2026/03/14/{quote(SLUG)}"}


@pytest.mark.parametrize(
    "variant",
    [
        "http://example.com/n/7",
        "https://www.example.com/n/7",
        "https://EXAMPLE.com:443/n/7/",
        "http://example.com:80/n/7",
        "https://m.example.com/n/7",
        "https://mobile.example.com/n/7",
        "https://amp.example.com/n/7",
        "https://example.com/n/7/amp",
        "https://example.com/n/7/amp/",
        "https://example.com/amp/n/7",
        "https://example.com/n/7?amp=1",
        "https://example.com/n/7?amp",
        "https://example.com/n/7?outputType=amp",
        "https://example.com/n/7#comments",
        "https://example.com/n//7",
        "https://example.com/x/../n/./7",
        "https://example.com/n/7?utm_source=rss&utm_medium=feed&fbclid=abc&gclid=1",
        "https://example.com/n/7?at_medium=RSS&at_campaign=rss&xtor=RSS-1&traffic_source=rss",
        "https://example.com/n/7;jsessionid=0A1B",
        "https://www.google.com/amp/s/example.com/n/7",
        "https://example-com.cdn.ampproject.org/c/s/example.com/n/7",
        "  https://user:secret@example.com/n/7  ",
        "https://example.com/n/7\N{RIGHT-TO-LEFT MARK}",
        "https://example.com/n/7/index.html",
        "https://example.com/n/%37",
    ],
)
def test_one_article_one_key(variant: str) -> None:
    assert canonical(variant) == "https://example.com/n/7"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.com/index.php?p=7", "https://example.com/index.php?p=8"),
        ("https://example.com/index.php?p=7", "https://example.com/?p=7"),
        ("https://example.com/خبر-ایران", "https://example.com/خبر-ايران"),
        ("https://example.com/a%2Fb", "https://example.com/a/b"),
        ("https://example.com/A", "https://example.com/a"),
        ("https://example.com:8080/a", "https://example.com/a"),
        ("https://ar.example.com/a", "https://example.com/a"),
        ("https://example.com/?q=a%26b", "https://example.com/?q=a&b"),
        ("https://example.com/campaign", "https://example.com/camp"),
        ("https://example.com/?id=1&lang=ar", "https://example.com/?id=1&lang=en"),
    ],
)
def test_different_pages_keep_different_keys(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


def test_parameters_are_sorted_and_kept() -> None:
    assert canonical("https://example.com/?lang=ar&id=9&utm_term=x") == "https://example.com/?id=9&lang=ar"
    assert canonical("https://example.com/s?q=قمة+عربية") == canonical(
        f"https://example.com/s?q={quote('قمة عربية')}"
    )


def test_bytes_that_are_no_utf8_stay_as_they_are() -> None:
    assert canonical("https://example.com/%ce%c8%d1") == "https://example.com/%CE%C8%D1"


def test_an_arabic_host_and_its_ascii_form_are_one() -> None:
    assert canonical("https://موقع.السعودية/خبر") == canonical("https://xn--4gbrim.xn--mgberp4a5d4ar/خبر")


@pytest.mark.parametrize(
    "text", ["", "mailto:a@b.c", "javascript:void(0)", "/relative", "https://", "http://[", "ftp://example.com/a",
             "https://example.com:99999/", "https://" + "a" * 9000]
)  # fmt: skip
def test_what_is_no_page_is_refused(text: str) -> None:
    with pytest.raises(AddressError):
        canonical(text)


def test_host_is_that_of_the_outlet() -> None:
    assert host_of("https://www.m.Example.com./a") == "example.com"
    assert host_of("http://127.0.0.1:8000/a") == "127.0.0.1"


def test_wanted_by_patterns_on_the_readable_address() -> None:
    spec = SourceSpec(source_id="x", name_ar="س", name_en="X", allow=(r"/أخبار/",), deny=(r"/فيديو/",))
    assert is_wanted(f"https://example.com/{quote('أخبار')}/7", spec)
    assert not is_wanted("https://example.com/sport/7", spec)
    assert not is_wanted(f"https://example.com/{quote('أخبار')}/{quote('فيديو')}/7", spec)
    assert readable("https://example.com/%D8%AE%D8%A8%D8%B1") == "https://example.com/خبر"


PIECES = st.text(
    st.sampled_from(string.ascii_letters + string.digits + '/%25.?&=+-_~#;:@ aآأ\u200fیé\\^[]{}|"<>'),
    max_size=40,
)


@given(PIECES)
@example("%25D8%25A7")
@example("%2525D8%2525A7")
@example("amp/amp/index.html/")
@example("%61mp/")
@example("a/%2e%2e/b")
@example("?%61mp=1")
@example("100%")
@example("%D8/%A7")
def test_canonical_is_idempotent(tail: str) -> None:
    try:
        key = canonical(f"https://www.example.com/{tail}")
    except AddressError:
        return
    assert canonical(key) == key
    assert key.isascii()


@given(
    st.lists(st.sampled_from(["amp", "AMP", "n", "7", "slug-of-words", "2026", "index", ""]), max_size=5),
    st.sampled_from(["n.example", "www.n.example", "m.n.example", "amp.example", "x.amp.example"]),
)
def test_the_short_way_agrees_with_the_long_one(segments: list[str], host: str) -> None:
    path = "/".join(segments)
    # A fragment takes no part in the key, and keeps an address off the short way.
    assert canonical(f"https://{host}/{path}") == canonical(f"https://{host}/{path}#")


@given(st.text(max_size=60))
def test_any_text_is_a_key_or_refused(text: str) -> None:
    for url in (text, f"https://{text}", f"https://example.com/{text}"):
        try:
            key = canonical(url)
        except AddressError:
            continue
        assert canonical(key) == key
