"""The page inside Airflow: who may see it, the way in, the way to a run and back, a backfill and its articles."""

import json
import time
from datetime import date, timedelta
from urllib.parse import unquote

import jwt
import pytest
import requests

from tests.browser.conftest import HOSTILE_DAY, TITLE, Window, sync_api
from tests.running import Up

FIRST, DAYS = date(2026, 2, 10), 5
BACKFILL_SECONDS = 180


@pytest.fixture(scope="module")
def backfill(browser: "sync_api.Browser", site: Up, session: object) -> int:
    """Start a backfill of five days in Airflow's form; give its id."""
    window = Window(browser, site, session, viewport={"width": 1400, "height": 1400})
    page = window.page
    page.goto(f"{site.url}/dags/nightly")
    page.get_by_role("button", name="Trigger").first.click()
    page.get_by_text("Backfill", exact=True).click()
    for nth, day in enumerate((FIRST, FIRST + timedelta(days=DAYS - 1))):
        page.get_by_test_id("datetime-input").nth(nth).click()
        field = page.get_by_placeholder("YYYY/MM/DD").locator("visible=true")
        field.fill(day.strftime("%Y/%m/%d"))
        field.press("Enter")
        page.keyboard.press("Escape")
    page.get_by_role("button", name="Run Backfill").click()
    deadline = time.monotonic() + 30
    while not (known := _asked(site)):
        assert time.monotonic() < deadline
        time.sleep(0.2)
    window.context.close()
    return known[0]


def _asked(site: Up) -> list[int]:
    found = site.get("backfills?dag_id=nightly&limit=100")["backfills"]
    return [int(each["id"]) for each in found if each["from_date"].startswith(str(FIRST))]


def test_nobody_is_refused_and_a_user_without_a_role_too(site: Up) -> None:
    token = site.airflow._session.headers["Authorization"].removeprefix("Bearer ")  # noqa: SLF001
    secret = json.loads((site.home / "airflow" / "keys.json").read_text())["jwt"]
    claims = jwt.decode(token, options={"verify_signature": False})
    without = jwt.encode({**claims, "role": ""}, secret, algorithm=jwt.get_unverified_header(token)["alg"])
    for path in ("", "page.js", "api/state", "api/articles"):
        address = f"{site.url}/rasad/{path}"
        assert requests.get(address, timeout=30).status_code == 401
        assert (
            requests.get(address, headers={"Authorization": f"Bearer {without}"}, timeout=30).status_code
            == 403
        )
        assert (
            requests.get(address, headers={"Authorization": f"Bearer {token}"}, timeout=30).status_code == 200
        )
        assert requests.get(address, cookies={"_token": token}, timeout=30).status_code == 200


def test_the_page_opens_from_the_navigation_and_keeps_its_address(window: Window, backfill: int) -> None:
    assert backfill
    page = window.page
    page.goto(f"{window.url}/")
    page.get_by_role("link", name="Rasad رصد").click()
    frame = page.frame_locator("iframe")
    frame.locator(".hits a.title").first.click()
    title = frame.locator("article h1").inner_text()
    page.wait_for_url("**/plugin/rasad/rasad/#/article/*")
    page.reload()
    assert frame.locator("article h1").inner_text() == title


def test_the_page_follows_airflows_theme(window: Window) -> None:
    page = window.page
    page.goto(f"{window.url}/plugin/rasad")
    root = page.frame_locator("iframe").locator("html")
    page.frame_locator("iframe").locator("main[data-ready]").wait_for()
    for theme in ("dark", "light"):
        page.evaluate("theme => { document.documentElement.className = theme; }", theme)
        sync_api.expect(root).to_have_class("dark" if theme == "dark" else "")


def test_a_cell_of_source_health_leads_to_its_run_and_the_run_to_its_articles(window: Window) -> None:
    page = window.page
    page.goto(f"{window.url}/plugin/rasad/rasad/#/health?month={HOSTILE_DAY[:7]}")
    frame = page.frame_locator("iframe")
    cell = frame.locator(f"button.heat[data-day='{HOSTILE_DAY}'][data-source='inbox']")
    cell.focus()
    cell.press("Enter")
    frame.locator(".panel a.run").first.click()
    page.wait_for_url("**/dags/nightly/runs/**")
    run = unquote(page.url.rpartition("/runs/")[2])
    assert (
        window.page.request.get(f"{window.url}/api/v2/dags/nightly/dagRuns/{run}").json()["partition_key"]
        == HOSTILE_DAY
    )
    page.get_by_role("link", name="News").click()
    frame.locator(".daybar a.run").first.wait_for()
    frame.locator(".hits a.title").first.click()
    sync_api.expect(frame.locator("article")).to_be_visible()
    sync_api.expect(frame.locator("aside a.run").first).to_contain_text(run)


def test_a_hostile_article_is_read_and_harms_nothing(window: Window) -> None:
    page = window.view(f"search?collected={HOSTILE_DAY}")
    page.get_by_role("link", name="وزيرا الداخلية").click()
    body = page.locator("article")
    sync_api.expect(body.locator("h1")).to_have_text(TITLE)
    sync_api.expect(body).to_contain_text("<img src=x onerror=alert(2)>")
    assert body.locator("script, img").count() == 0
    assert {"الجزائر", "وتونس", "تونس"} & set(body.locator("a.mention.country").all_inner_texts())


@pytest.mark.usefixtures("backfill")
def test_a_backfill_from_the_form_ends_and_is_seen_in_source_health(window: Window, site: Up) -> None:
    days = [str(FIRST + timedelta(days=each)) for each in range(DAYS)]
    deadline = time.monotonic() + BACKFILL_SECONDS
    runs: list[tuple[str, str]] = []
    while sorted(runs) != [(day, "success") for day in days]:
        assert time.monotonic() < deadline, runs
        found = site.get("dags/nightly/dagRuns?run_type=backfill&limit=50")["dag_runs"]
        runs = [(run["partition_key"], run["state"]) for run in found if run["partition_key"] in days]
        time.sleep(0.3)
    page = window.view(f"health?month={days[0][:7]}")
    for day in days:
        cell = page.locator(f"button.heat[data-day='{day}'][data-source='inbox']")
        assert cell.get_attribute("class") != "heat hnone"
