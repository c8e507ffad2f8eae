"""An encoding is what the bytes bear out, whatever the labels claim."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.extract.decoding import _is_far_from_utf8, decode

TEXT = (
    '<html><head><meta charset="{label}"></head><body><p>صادق مجلس البلدية في جلسته العادية يوم الثلاثاء على خطة '
    "لتجديد شبكة المياه في الأحياء القديمة، بعد نقاش دام ثلاث ساعات.</p></body></html>"
)


@pytest.mark.parametrize("label", ["utf-8", "iso-8859-1", "windows-1256", "bogus", "hex", ""])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "cp1256", "iso8859-6", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"]
)
def test_arabic_is_read_whatever_the_label(encoding: str, label: str) -> None:
    text = TEXT.format(label=label).replace("،", "")
    for header in (f"text/html; charset={label}", "text/html"):
        decoded = decode(text.encode(encoding), header)
        assert decoded.text == text
        assert decoded.how


@pytest.mark.parametrize(
    ("content", "header", "encoding", "how"),
    [
        (b"\xef\xbb\xbfabc", "text/html", "utf-8", "bom"),
        (b"abc \xff\xfe\xfd def", "text/html", "", "detector"),
        (("نص طويل بالعربية" * 40).encode()[:-1], "text/html", "utf-8", "utf-8-repaired"),
        ("Größe und Straße, Bär".encode("latin-1"), "text/html; charset=latin1", "cp1252", "header"),
        ("Größe und Straße".encode(), "text/html; charset=latin1", "utf-8", "utf-8"),
        ("žluťoučký kůň".encode("iso8859-2"), "text/html; charset=iso-8859-2", "iso8859-2", "header"),
        ("中文网页的内容".encode("gb18030"), 'text/html; charset="gb2312"', "gb2312", "header"),
        (b"", "", "utf-8", "utf-8"),
    ],
)
def test_how_it_was_decided_is_recorded(content: bytes, header: str, encoding: str, how: str) -> None:
    decoded = decode(content, header)
    assert decoded.how == how
    if how != "detector":
        assert decoded.encoding == encoding


@given(content=st.binary(max_size=400), header=st.text(max_size=60))
def test_any_bytes_are_decoded(content: bytes, header: str) -> None:
    assert isinstance(decode(content, header).text, str)


PIECES = (
    b"abc ",
    "نص".encode(),
    "نص طويل من كلمات".encode(),
    b"\xd9",
    b"\xff\xfe",
    "كلام".encode("cp1256"),
    b" " * 3000,
)


@given(pieces=st.lists(st.sampled_from(PIECES), max_size=60))
def test_the_first_errors_condemn_no_page_that_is_utf8(pieces: list[bytes]) -> None:
    content = b"".join(pieces)
    text = content.decode("utf-8", "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    whole = sum(char > "\x7f" for char in text) - broken
    if _is_far_from_utf8(content):
        assert broken > (whole + broken) * 0.02
