import shutil
from pathlib import Path
from typing import Any

import duckdb
import pytest
from fastapi import Depends, FastAPI, HTTPException
from fastapi.testclient import TestClient

from etl.io.marts import SQL_DIR
from etl.settings import Settings
from plugins.warehouse_page.app import HEADERS, make_app
from plugins.warehouse_page.console import Limits
from tests.unit.plugins.conftest import DAY, HOSTILE_TITLE


def get(page: TestClient, path: str, **parameters: str) -> Any:  # noqa: ANN401 - whatever JSON it is
    answer = page.get(f"/api/{path}", params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


def hostile(page: TestClient) -> Any:  # noqa: ANN401 - whatever JSON it is
    found = next(each for each in get(page, "articles") if "script" in each["title"])
    return get(page, f"articles/{found['article_id']}")


def said(pieces: list[dict[str, Any]]) -> str:
    return "".join(each["text"] for each in pieces)


def paths(app: FastAPI) -> list[tuple[str, str]]:
    """Give every way in, filled with something."""
    filled = {"{name:path}": "page.js", "{name}": "volume", "{kind}": "official", "{day}": str(DAY)}
    found = []
    for method in ("GET", "POST"):
        for path in (*_API, "/", "/page.js", "/vendor/vega.min.js"):
            for slot, value in filled.items():
                path = path.replace(slot, value)  # noqa: PLW2901
            found.append((method, path))
    assert app.routes
    return found


_API = (
    "/api/state",
    "/api/articles",
    "/api/articles/x",
    "/api/articles/x/dropped",
    "/api/entities/{kind}",
    "/api/entities/{kind}/x",
    "/api/charts/{name}",
    "/api/health",
    "/api/health/inbox/{day}",
    "/api/examples",
    "/api/sql",
    "/api/sql.csv",
)


def test_every_route_and_every_file_asks_who_is_there(settings: Settings) -> None:
    def deny() -> None:
        raise HTTPException(401, "nobody is here")

    app = make_app(settings, Limits(), [Depends(deny)])
    with TestClient(app) as page:
        statuses = {path: page.request(*path).status_code for path in paths(app)}
    refused = {path for path, status in statuses.items() if status == 401}
    assert {path for path, status in statuses.items() if status not in {401, 405}} == set()
    assert {path for _, path in refused} == {path for _, path in paths(app)}


@pytest.mark.parametrize(
    "path", ["/", "/page.js", "/api/state", "/api/articles/none", "/nothing.js", "/api/health"]
)
def test_every_answer_carries_the_policy(page: TestClient, path: str) -> None:
    headers = page.get(path).headers
    assert {name: headers.get(name) for name in HEADERS} == dict(HEADERS)
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize(
    "path", ["/../app.py", "/%2e%2e/app.py", "/vendor/../../console.py", "/..%2fapp.py", "/static/page.js"]
)
def test_only_the_pages_own_files_are_given(page: TestClient, path: str) -> None:
    assert page.get(path).status_code == 404


def test_search_gives_snippets_with_their_hits(page: TestClient) -> None:
    found = get(page, "articles", q="تأمين الحدود")
    marked = [piece["text"] for piece in found[0]["snippet"] if piece["hit"]]
    assert any("حدود" in each for each in marked)
    assert get(page, "articles", q="كلمة لا توجد في شيء") == []


def test_the_newest_can_be_narrowed(page: TestClient) -> None:
    assert len(get(page, "articles")) == 3
    assert len(get(page, "articles", collected=str(DAY))) == 3
    assert get(page, "articles", collected="2020-01-01") == []
    assert get(page, "articles", source="hespress") == []
    named = get(page, "articles", country="DZ")
    assert [each["title"] for each in named] == [HOSTILE_TITLE]


def test_an_article_is_whole_and_its_marks_are_the_words_that_were_found(page: TestClient) -> None:
    article = hostile(page)
    assert said(article["title"]) == HOSTILE_TITLE
    for field in ("title", "body"):
        mentions = article["mentions"][field]
        for nth, mention in enumerate(mentions):
            covered = [each for each in article[field] if nth in each["marks"]]
            assert said(covered) == mention["surface"]
    assert {each["entity_id"] for each in article["mentions"]["body"]} >= {"DZ", "TN"}
    assert "<img src=x onerror=alert(2)>" in said(article["body"])
    assert "\N{GRINNING FACE}" in said(article["body"])


def test_what_an_older_file_does_not_hold_is_said_and_never_a_crash(
    page: TestClient, tmp_path: Path, file: Path
) -> None:
    older = Settings(home=tmp_path)
    older.published_file.parent.mkdir(parents=True)
    shutil.copyfile(file, older.published_file)
    with duckdb.connect(str(older.published_file)) as connection:
        connection.execute("DROP MACRO TABLE IF EXISTS search")
        for table in ("fact_revision", "bridge_article_story"):
            connection.execute(f"DROP TABLE IF EXISTS {table}")
    identity = hostile(page)["article_id"]
    with TestClient(make_app(older, Limits(), [])) as old:
        assert old.get("/api/articles", params={"q": "الحدود"}).status_code == 409
        article = old.get(f"/api/articles/{identity}").json()
        assert article["revisions"] is None
        assert article["story"] is None
        assert old.get(f"/api/articles/{identity}/dropped").status_code == 404


def test_revisions_and_copies_are_given_where_the_warehouse_records_them(tmp_path: Path, file: Path) -> None:
    needed = ("fact_revision", "bridge_article_story")
    schemas = [SQL_DIR / "marts" / table / "schema.sql" for table in needed]
    if not all(schema.exists() for schema in schemas):
        pytest.skip("this warehouse has no tables of revisions and stories")
    later = Settings(home=tmp_path)
    later.published_file.parent.mkdir(parents=True)
    shutil.copyfile(file, later.published_file)
    with duckdb.connect(str(later.published_file)) as connection:
        for table, schema in zip(needed, schemas, strict=True):
            connection.execute(schema.read_text(encoding="utf-8"))
            connection.execute(f"DELETE FROM {table}")
        (one, identity), (other, copied) = connection.execute(
            "SELECT article_key, article_id FROM fact_article ORDER BY article_id LIMIT 2"
        ).fetchall()
        connection.execute(
            "INSERT INTO fact_revision BY NAME SELECT $1 AS article_key, 1 AS nth, now() AS seen_at, false AS is_deletion, "
            "true AS is_title_changed, false AS is_body_changed, false AS is_number_changed, false AS is_name_changed, "
            "2 AS words_added, 1 AS words_removed, now() AS previous_seen_at",
            [one],
        )
        connection.execute(
            "INSERT INTO bridge_article_story BY NAME SELECT each AS article_key, each AS text_key, $1 AS report_key, "
            "$1 AS story_key, each = $1 AS is_independent, 0.25 AS changed_share FROM unnest([$1, $2]) AS t (each)",
            [one, other],
        )
    with TestClient(make_app(later, Limits(), [])) as client:
        article = get(client, f"articles/{identity}")
    assert [(row["nth"], row["is_title_changed"], row["words_added"]) for row in article["revisions"]] == [
        (1, True, 2)
    ]
    assert [(row["article_id"], row["is_same_report"]) for row in article["story"]] == [(copied, True)]


def test_dropped_blocks_are_shown_with_their_rule(page: TestClient) -> None:
    ankara = next(each for each in get(page, "articles") if "أنقرة" in (each["title"] or ""))
    blocks = get(page, f"articles/{ankara['article_id']}/dropped")
    assert blocks
    assert all(each["rule"] and each["text"] for each in blocks)


def test_entities_are_found_and_known(page: TestClient) -> None:
    country = get(page, "entities/country/DZ")
    assert country["name_en"] == "Algeria"
    assert country["articles"] == 1
    assert country["over_time"] == [{"period": str(DAY), "articles": 1}]
    assert "TN" in {each["entity_id"] for each in country["together"]}
    assert country["newest"][0]["title"] == HOSTILE_TITLE
    agency = next(each for each in get(page, "entities/agency", q="united nations secretariat"))
    body = get(page, f"entities/agency/{agency['entity_id']}")
    assert body["offices"]
    holder = get(page, f"entities/official/{body['offices'][0]['official_id']}")
    assert agency["entity_id"] in {each["agency_id"] for each in holder["offices"]}
    assert page.get("/api/entities/official/nobody").status_code == 404
    assert page.get("/api/entities/table/x").status_code == 422


def test_words_of_a_user_are_values_and_never_sql(page: TestClient) -> None:
    words = "'; DROP TABLE fact_article; --"
    assert get(page, "entities/official", q=words) == []
    assert get(page, "articles", q=words) == []
    assert get(page, "articles", source=words, country="' OR") == []
    assert page.get(f"/api/articles/{words}").status_code == 404
    assert get(page, "state")["articles"] == 3


def test_charts_count_what_the_warehouse_holds(page: TestClient) -> None:
    period = {"date_from": str(DAY), "date_to": str(DAY)}
    volume = get(page, "charts/volume", **period)
    assert [(row["period"], row["source_id"], row["articles"]) for row in volume["rows"]] == [
        (str(DAY), "inbox", 3)
    ]
    countries = {row["country_code"]: row for row in get(page, "charts/countries", **period)["rows"]}
    assert countries["DZ"]["m49"] == "012"
    assert sum(row["articles"] for row in get(page, "charts/topics", **period)["rows"]) == 3
    assert all(row["reports"] > 0 for row in get(page, "charts/matrix", **period)["rows"])
    assert get(page, "charts/volume", date_from="2020-01-01", date_to="2020-12-31")["grain"] == "week"
    assert page.get("/api/charts/other", params=period).status_code == 404


def test_health_has_a_cell_for_every_day(page: TestClient) -> None:
    assert get(page, "state")["last_run_date"] == str(DAY)
    cells = get(page, "health", month="2026-03-01")
    assert [cell["news_date"] for cell in cells] == [f"2026-03-{day:02}" for day in range(1, 15)]
    assert cells[-1]["articles"] == 3
    assert {cell["state"] for cell in cells[:-1]} == {"no run"}
    assert get(page, f"health/inbox/{DAY}") == []


def test_the_console_answers_and_refuses(page: TestClient) -> None:
    answer = page.post("/api/sql", json={"sql": "SELECT count(*) AS n FROM fact_article"})
    assert answer.json()["rows"] == [[3]]
    refused = page.post("/api/sql", json={"sql": "COPY fact_article TO '/tmp/x'"})
    assert refused.status_code == 400
    assert "COPY" in refused.json()["detail"]
    export = page.post("/api/sql.csv", json={"sql": "SELECT title FROM fact_article"})
    assert export.headers["content-type"] == "text/csv; charset=utf-8"
    assert len(export.text.splitlines()) == 4
    assert page.post("/api/sql.csv", json={"sql": "DELETE FROM fact_article"}).status_code == 400
    assert page.post("/api/sql", content="sql=SELECT 1").status_code == 422
    assert {each["name"] for each in get(page, "examples")} > {"Why did pages not become articles?"}


def test_a_publish_is_seen_at_once(tmp_path: Path, file: Path) -> None:
    settings = Settings(home=tmp_path)
    with TestClient(make_app(settings, Limits(), [])) as page:
        missing = page.get("/api/state")
        assert missing.status_code == 404
        assert "nothing is published" in missing.json()["detail"]
        settings.published_file.parent.mkdir(parents=True)
        shutil.copyfile(file, settings.published_file)
        assert get(page, "state")["articles"] == 3
        other = tmp_path / "next.duckdb"
        shutil.copyfile(file, other)
        with duckdb.connect(str(other)) as connection:
            connection.execute("DELETE FROM fact_article WHERE title LIKE '%script%'")
        other.replace(settings.published_file)
        assert get(page, "state")["articles"] == 2
