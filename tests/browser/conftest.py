"""Debian's Chromium, driven by Playwright, in the Airflow that all tests share. Skipped where there is no Chromium."""

import json
import os
import shutil
from collections.abc import Iterator

import pytest
from playwright import sync_api

from tests.running import INBOX, Up

HOSTILE_DAY = "2026-02-09"
TITLE = "وزيرا الداخلية في الجزائر وتونس يبحثان <script>alert(1)</script> تأمين الحدود المشتركة"
TEXT = f"""{TITLE}

بحث وزير الداخلية الجزائري في العاصمة التونسية، أمس الثلاثاء، مع نظيره التونسي سبل تأمين الحدود المشتركة بين \
البلدين، <img src=x onerror=alert(2)> وتبادل المعلومات حول شبكات التهريب التي تنشط في المناطق الجبلية.

وأوضح بيان صدر عقب اللقاء أن الجانبين اتفقا على تكثيف الدوريات المشتركة، وعلى إنشاء لجنة من خبراء البلدين تجتمع \
مرة كل ثلاثة أشهر لتقييم ما تحقق على الأرض.

وأضاف البيان أن اللجنة ستعقد اجتماعها الأول في مدينة الكاف خلال الشهر المقبل، وأنها سترفع توصياتها إلى حكومتي \
الجزائر وتونس قبل نهاية العام.
"""

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="session")
def browser() -> Iterator["sync_api.Browser"]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed; on Debian: apt-get install chromium")
    # Chromium's own sandbox wants rights that root in a container does not have.
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=sandbox)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(up: Up, tmp_path_factory: pytest.TempPathFactory) -> Up:
    """Give the Airflow once it has loaded the documents of the sample inbox, and a hostile one."""
    inbox = tmp_path_factory.mktemp("browser") / "inbox"
    shutil.copytree(INBOX, inbox)
    (inbox / "hostile.txt").write_text(TEXT, encoding="utf-8")
    state, steps = up.run(key=HOSTILE_DAY, inbox=str(inbox))
    assert state == "success", steps
    return up


@pytest.fixture(scope="session")
def session(browser: "sync_api.Browser", site: Up) -> object:
    """Log in as a person does; give what the browser then keeps."""
    password = json.loads((site.home / "airflow" / "passwords.json").read_text())["admin"]
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site.url}/")
    page.fill("input[name=username]", "admin")
    page.fill("input[name=password]", password)
    page.click("button[type=submit]")
    page.get_by_role("link", name="Rasad رصد").wait_for()
    kept = context.storage_state()
    context.close()
    return kept


class Window:
    """One window of a signed-in reader; what the browser complained of is kept."""

    def __init__(self, browser: "sync_api.Browser", site: Up, session: object, **options: object) -> None:
        self.url = site.url
        self.context = browser.new_context(storage_state=session, locale="en-GB", **options)
        self.context.set_default_timeout(20_000)
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))

    def _said(self, message: "sync_api.ConsoleMessage") -> None:
        if message.type == "error" and "favicon" not in message.location.get("url", ""):
            self.complaints.append(f"{message.text} {message.location.get('url', '')}")

    def view(self, address: str) -> "sync_api.Page":
        """Open a view of the page by itself and wait until it is drawn, charts too."""
        self.page.goto(f"{self.url}/rasad/#/{address}")
        self.page.wait_for_function(
            "hash => decodeURI(document.getElementById('main').dataset.ready ?? '') === hash",
            arg=f"#/{address}",
        )
        self.page.wait_for_function(
            "() => [...document.querySelectorAll('.chart')].every(box => box.dataset.drawn)"
        )
        return self.page


@pytest.fixture
def window(browser: "sync_api.Browser", site: Up, session: object) -> Iterator[Window]:
    window = Window(browser, site, session)
    yield window
    window.context.close()
    assert window.complaints == []
