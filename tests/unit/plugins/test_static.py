"""What the browser gets, read as text: the rules that a policy alone does not hold."""

import re

import pytest

from etl.settings import PROJECT

STATIC = PROJECT / "plugins" / "warehouse_page" / "static"
SCRIPTS = sorted(STATIC.glob("*.js"))
OWN = [*SCRIPTS, *STATIC.glob("*.html"), *STATIC.glob("*.css")]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_script_turns_text_into_markup_or_code(path: object) -> None:
    text = STATIC.joinpath(str(path)).read_text(encoding="utf-8")
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(|new Function", text
    )
    assert not re.search(r'setAttribute\("(on|style)', text)


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_nothing_comes_from_another_host(path: object) -> None:
    text = STATIC.joinpath(str(path)).read_text(encoding="utf-8")
    addresses = set(re.findall(r"https?://[^\"'\s)]+", text))
    assert addresses <= {"https://vega.github.io/schema/vega-lite/v6.json"}


def test_the_page_has_no_script_or_style_of_its_own() -> None:
    html = (STATIC / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"<style|\son\w+=|\sstyle=|<script(?![^>]*src=)", html)


def test_every_word_is_in_both_languages() -> None:
    dictionary = (STATIC / "dictionary.js").read_text(encoding="utf-8")
    entries = dict(re.findall(r'^  (\w+): \[(".*")\],$', dictionary, re.MULTILINE))
    assert len(entries) > 100
    for key, words in entries.items():
        assert re.fullmatch(r'"(?:[^"\\]|\\.)+", "(?:[^"\\]|\\.)+"', words), key
    used = set()
    for path in SCRIPTS:
        used |= set(re.findall(r'\bt\("(\w+)"\)', path.read_text(encoding="utf-8")))
    assert used <= set(entries)


def test_the_licences_of_what_is_shipped_are_shipped() -> None:
    notice = (STATIC / "vendor" / "LICENSES.txt").read_text(encoding="utf-8")
    for path in (STATIC / "vendor").iterdir():
        assert path.name in notice or path.name == "LICENSES.txt"
    assert notice.count("Redistribution and use in source and binary forms") == 2
    assert "Permission to use, copy, modify" in notice
