"""The owner's documents through the whole line; skipped where a clone has none."""

import json
from datetime import date
from typing import Any

import pytest

from etl import pipeline
from etl.io.warehouse import open_published
from etl.settings import PROJECT, Settings

SEEDS = PROJECT.parent / "shared" / "seeds"
DAY = date(2026, 3, 14)

pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason=f"{SEEDS} is not here: only the owner's machine has it"
)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    inbox = tmp_path_factory.mktemp("inbox")
    for path in SEEDS.glob("*.txt"):
        (inbox / path.name).write_bytes(path.read_bytes())
    settings = Settings(home=tmp_path_factory.mktemp("home"), inbox=inbox, quiet_seconds=0)
    pipeline.run(settings, DAY)
    with open_published(settings.published_file) as connection:
        rows = connection.execute(
            """
            SELECT url, title, body,
                list(DISTINCT dim_country.country_code) FILTER (dim_country.country_code IS NOT NULL),
                list(DISTINCT dim_official.name_ar) FILTER (dim_official.name_ar IS NOT NULL)
            FROM fact_article
            LEFT JOIN bridge_article_country USING (article_key)
            LEFT JOIN dim_country USING (country_key)
            LEFT JOIN bridge_article_official USING (article_key)
            LEFT JOIN dim_official USING (official_key)
            GROUP BY ALL
            """
        ).fetchall()
    names = ("title", "body", "countries", "officials")
    return {row[0].removeprefix("inbox:///"): dict(zip(names, row[1:], strict=True)) for row in rows}


def gold() -> dict[str, dict[str, Any]]:
    return json.loads((SEEDS / "gold.json").read_text(encoding="utf-8")) if SEEDS.is_dir() else {}


def test_all_are_loaded(found: dict[str, dict[str, Any]]) -> None:
    assert set(found) == set(gold())


@pytest.mark.parametrize("name", gold())
def test_names_of_other_stories_are_not_taken(found: dict[str, dict[str, Any]], name: str) -> None:
    assert not set(found[name]["countries"]) & set(gold()[name]["countries_forbidden"])
    forbidden = gold()[name]["officials_forbidden"]
    assert not [each for each in found[name]["officials"] or () for bad in forbidden if bad in each]


@pytest.mark.parametrize("name", gold())
def test_countries_are_those_that_the_article_names(found: dict[str, dict[str, Any]], name: str) -> None:
    assert set(found[name]["countries"]) == set(gold()[name]["countries"])
