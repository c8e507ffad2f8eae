"""The routes that read: what a request may say, and which question that is."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from fastapi import APIRouter, HTTPException, Query
from pydantic import BaseModel, Field

from plugins.warehouse_page import articles, entities, figures
from plugins.warehouse_page.published import Published, Row

_MOST_WORDS = 500
_MOST_ID = 200
_MOST_HITS = 200

Words = Annotated[str, Query(max_length=_MOST_WORDS)]
Kind = Literal["country", "official", "agency"]
_Found = TypeVar("_Found")


class Wanted(BaseModel):
    """Which articles a reader wants, and how many."""

    q: str = Field(default="", max_length=_MOST_WORDS)
    date_from: date | None = None
    date_to: date | None = None
    collected: date | None = None
    source: str = Field(default="", max_length=_MOST_ID)
    country: str = Field(default="", max_length=8)
    most: int = Field(default=20, ge=1, le=_MOST_HITS)


class Period(BaseModel):
    """Which days, and of which source, a chart counts."""

    date_from: date
    date_to: date
    source: str = Field(default="", max_length=_MOST_ID)


def reading(published: Published, staging: Path) -> APIRouter:
    """Return all routes that read the published file, and staging for what was left out of an article."""
    api = APIRouter(prefix="/api")
    for part in (_lists(published), _articles(published, staging), _figures(published)):
        api.include_router(part)
    return api


def _lists(published: Published) -> APIRouter:
    api = APIRouter()

    @api.get("/state")
    def state() -> Row:
        return figures.state(published)

    @api.get("/entities/{kind}")
    def named(kind: Kind, q: Words = "") -> list[Row]:
        return entities.find(published, kind, q)

    @api.get("/entities/{kind}/{entity_id}")
    def entity(kind: Kind, entity_id: str) -> Row:
        return _known(entities.entity(published, kind, entity_id))

    return api


def _articles(published: Published, staging: Path) -> APIRouter:
    api = APIRouter()

    @api.get("/articles")
    def find(wanted: Annotated[Wanted, Query()]) -> list[Row]:
        asked = wanted.model_dump(include={"date_from", "date_to", "collected"})
        asked |= {
            "query": wanted.q.strip(),
            "source": wanted.source or None,
            "country": wanted.country or None,
        }
        return articles.find(published, asked, wanted.most)

    @api.get("/articles/{article_id}")
    def one(article_id: str) -> Row:
        return _known(articles.article(published, article_id))

    @api.get("/articles/{article_id}/dropped")
    def dropped(article_id: str) -> list[Row]:
        return _known(articles.dropped_blocks(published, staging, article_id))

    return api


def _figures(published: Published) -> APIRouter:
    api = APIRouter()

    @api.get("/charts/{name}")
    def chart(name: str, period: Annotated[Period, Query()]) -> Row:
        _require(name, figures.CHARTS)
        asked = {"date_from": period.date_from, "date_to": period.date_to, "source": period.source or None}
        return figures.chart(published, name, asked, (period.date_to - period.date_from).days)

    @api.get("/health")
    def health(month: date) -> list[Row]:
        return figures.health(published, month.isoformat())

    @api.get("/health/{source}/{day}")
    def drops(source: str, day: date) -> list[Row]:
        return figures.drops(published, source, day.isoformat())

    return api


def _known(found: _Found | None) -> _Found:
    if found is None:
        raise HTTPException(404, "not known")
    return found


def _require(name: str, known: Iterable[str]) -> None:
    if name not in known:
        raise HTTPException(404, "not known")
