"""Every view, in both languages and themes, wide and narrow; the keyboard; what hostile words do."""

import csv
import os
from pathlib import Path

import pytest

from tests.browser.conftest import Window, sync_api
from tests.running import DAY, Up

# Pictures to look at, where a folder for them is given.
SHOTS = os.environ.get("RASAD_SHOTS")
MODES = [("en", "light", 1400), ("ar", "dark", 1400), ("ar", "light", 390), ("en", "dark", 390)]
OVERRIDE = "\N{RIGHT-TO-LEFT OVERRIDE}"


def article_of(window: Window) -> str:
    found = window.page.request.get(f"{window.url}/rasad/api/articles?q=الرباط").json()
    return f"article/{found[0]['article_id']}"


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: "-".join(map(str, mode)))
def test_every_view_is_whole(
    browser: "sync_api.Browser", site: Up, session: object, mode: tuple[str, str, int]
) -> None:
    language, theme, width = mode
    window = Window(browser, site, session, color_scheme=theme, viewport={"width": width, "height": 850})
    window.context.add_init_script(f"localStorage.setItem('rasad-language', '{language}')")
    official = window.page.request.get(f"{window.url}/rasad/api/entities/official").json()[0]["entity_id"]
    views = (
        "search?q=الحدود", article_of(window), "names", f"entity/official/{official}", "entity/agency/ma-dgsn",
        "charts", "health", "sql",
    )  # fmt: skip
    for address in views:
        page = window.view(address)
        root = page.locator("html")
        assert root.get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
        assert (root.get_attribute("class") or "") == ("dark" if theme == "dark" else "")
        assert page.locator(".error").count() == 0
        assert page.locator("h1, h2").count() > 0
        overflow = page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert overflow <= 0, address
        if SHOTS:
            name = f"{language}-{theme}-{width}-{address.partition('?')[0].replace('/', '-')}.png"
            page.screenshot(path=Path(SHOTS) / name, full_page=True)
    window.context.close()
    assert window.complaints == []


def test_the_first_view_is_there_within_a_second(window: Window) -> None:
    window.view("search")
    page = window.page
    page.goto("about:blank")
    page.goto(f"{window.url}/rasad/")
    page.locator("ol.hits li").first.wait_for()
    assert page.evaluate("() => performance.now()") < 1000 * (os.getloadavg()[0] / (os.cpu_count() or 1) + 1)


def test_a_word_is_found_in_another_form_and_its_day_leads_to_the_run(window: Window) -> None:
    page = window.view("search")
    page.locator("input[name=q]").fill("التعاون الأمني")
    page.keyboard.press("Enter")
    page.locator(".hits mark").first.wait_for()
    assert page.locator(".hits li").count() >= 1
    assert "q=" in page.url


def test_the_language_is_switched_and_kept(window: Window) -> None:
    page = window.view("search")
    page.get_by_role("button", name="العربية").click()
    sync_api.expect(page.locator("html")).to_have_attribute("dir", "rtl")
    page.reload()
    sync_api.expect(page.locator("h1")).to_have_text("أحدث المقالات")


def test_the_keyboard_is_enough(window: Window) -> None:
    page = window.view("health")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.id") == "skip"
    cells = page.locator("button.heat")
    cells.first.focus()
    assert cells.count() > 1
    page.keyboard.press("ArrowRight")
    sync_api.expect(cells.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    page.locator(".panel .card").wait_for()
    assert page.locator("button.heat[tabindex='0']").count() == 1


def test_what_was_left_out_is_shown_on_demand(window: Window) -> None:
    page = window.view(article_of(window))
    page.get_by_role("button", name="Show what was left out").click()
    page.locator("section td code").first.wait_for()


def test_the_console_answers_refuses_and_exports(window: Window) -> None:
    page = window.view("sql")
    text = page.locator("textarea")
    page.locator("select").select_option(index=2)
    text.press("Control+Enter")
    page.locator(".answer table").wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Export CSV").click()
    rows = list(csv.reader(Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0] == ["country", "with_country", "articles"]
    for hostile in (
        "ATTACH '/tmp/x.db'",
        "FROM read_csv('/etc/passwd')",
        "SET threads = 1",
        "SELECT 1; SELECT 2",
    ):
        text.fill(hostile)
        page.get_by_role("button", name="Run").click()
        sync_api.expect(page.locator(".answer .error")).to_be_visible()
    text.fill("SELECT '<img src=x onerror=alert(1)>' AS html")
    page.get_by_role("button", name="Run").click()
    sync_api.expect(page.locator(".answer td")).to_have_text("<img src=x onerror=alert(1)>")
    assert page.locator(".answer img").count() == 0
    window.complaints = [each for each in window.complaints if "400" not in each]


def test_hostile_words_are_words(window: Window) -> None:
    words = f"<script>alert(1)</script> {OVERRIDE}exe.txt \N{RIGHT-TO-LEFT ISOLATE} نص \x07"

    def hostile(route: "sync_api.Route") -> None:
        found = route.fetch().json()
        route.fulfill(
            json={
                **found,
                "title": [{"text": words, "marks": []}],
                "url": "javascript:alert(3)",
                "author": words,
            }
        )

    address = article_of(window)
    window.page.route(f"**/api/articles/{address.removeprefix('article/')}", hostile)
    page = window.view(address)
    heading = page.locator("article h1")
    sync_api.expect(heading).to_contain_text("<script>alert(1)</script>")
    assert heading.locator(".control").all_inner_texts() == ["RLO", "RLI", "U+0007"]
    assert OVERRIDE not in page.content()
    assert page.locator("a[href^='javascript']").count() == 0
    assert page.locator("main script, main img").count() == 0


def test_a_script_from_elsewhere_does_not_run(window: Window) -> None:
    page = window.view("search")
    page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "window.ran = true";
        document.body.append(script);
    }""")
    assert page.evaluate("() => window.ran") is None
    refused, window.complaints = window.complaints, []
    assert len(refused) == 1
    assert "Content Security Policy" in refused[0]


def test_the_charts_lead_on_and_have_a_table_for_who_cannot_see_them(window: Window) -> None:
    page = window.view(f"charts?from={DAY}&to={DAY}")
    assert page.locator(".chart canvas").count() == 4
    page.locator("details summary").nth(1).click()
    page.locator("details table a").first.click()
    page.wait_for_url("**/#/entity/country/*")
