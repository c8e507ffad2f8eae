"""The page's routes: who may ask, what they may ask, and the headers that each answer carries."""

import re
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Request, Response
from fastapi.params import Depends as Dependency
from fastapi.responses import FileResponse, JSONResponse, StreamingResponse
from pydantic import BaseModel, Field

from etl.io.marts import SQL_DIR
from etl.settings import Settings
from plugins.warehouse_page import routes
from plugins.warehouse_page.articles import NoSearchError
from plugins.warehouse_page.console import BusyError, Console, Limits, QueryRefusedError, QueryStoppedError
from plugins.warehouse_page.published import NothingPublishedError, Published, Row, SlowError

PREFIX = "/rasad"
_STATIC = Path(__file__).parent / "static"
_MOST_SQL = 20_000

HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
            "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
        ),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "SAMEORIGIN",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    }
)
_ANSWERS: Mapping[type[Exception], int] = MappingProxyType(
    {
        NothingPublishedError: 404,
        NoSearchError: 409,
        SlowError: 503,
        QueryRefusedError: 400,
        QueryStoppedError: 400,
        BusyError: 429,
    }
)


class Statement(BaseModel):
    """What the console was given."""

    sql: str = Field(min_length=1, max_length=_MOST_SQL)


def protected_app() -> FastAPI:
    """Return the page behind Airflow's login: no token 401, no role that may see plugins 403."""
    from airflow.api_fastapi.auth.managers.models.resource_details import AccessView
    from airflow.api_fastapi.core_api.security import requires_access_view

    return make_app(Settings(), Limits(), [Depends(requires_access_view(AccessView.PLUGINS))])


def make_app(settings: Settings, limits: Limits, dependencies: list[Dependency]) -> FastAPI:
    """Return the page for these settings; every route, files too, depends on `dependencies`."""
    app = FastAPI(
        title="Rasad",
        dependencies=dependencies,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
    )
    published = Published(settings.published_file)
    for router in (
        routes.reading(published, settings.staging_dir),
        _asking(Console(settings.published_file, limits)),
        _files(),
    ):
        app.include_router(router)
    for kind, status in _ANSWERS.items():
        app.add_exception_handler(kind, partial(_refuse, status))
    app.middleware("http")(_with_headers)
    return app


async def _with_headers(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    response = await call_next(request)
    for name, value in HEADERS.items():
        response.headers[name] = value
    response.headers.setdefault("Cache-Control", "no-store")
    return response


async def _refuse(status: int, _: Request, error: Exception) -> JSONResponse:
    return JSONResponse({"detail": str(error)}, status_code=status)


def _asking(console: Console) -> APIRouter:
    api = APIRouter(prefix="/api")

    @api.get("/examples")
    def examples() -> list[Row]:
        return _examples()

    @api.post("/sql")
    def sql(statement: Statement) -> Response:
        return Response(console.answer(statement.sql), media_type="application/json")

    @api.post("/sql.csv")
    def export(statement: Statement) -> StreamingResponse:
        pieces = console.stream(statement.sql, "csv")
        first = next(pieces, b"")
        return StreamingResponse(
            chain([first], pieces),
            media_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="rasad.csv"'},
        )

    return api


def _files() -> APIRouter:
    """Serve the files that the folder holds now, by name: what a request says never becomes a path."""
    router = APIRouter()
    known = {path.relative_to(_STATIC).as_posix(): path for path in _STATIC.rglob("*") if path.is_file()}

    @router.get("/{name:path}")
    def file(name: str) -> FileResponse:
        path = known.get(name or "index.html")
        if path is None:
            raise HTTPException(404, "no such page")
        age = "private, max-age=604800" if name.startswith("vendor/") else "private, no-cache"
        return FileResponse(path, media_type=_media_type(path), headers={"Cache-Control": age})

    return router


def _media_type(path: Path) -> str:
    return {
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".json": "application/json",
        ".svg": "image/svg+xml",
    }.get(path.suffix, "text/plain; charset=utf-8")


def _examples() -> list[Row]:
    found = []
    for path in sorted((SQL_DIR / "examples").glob("*.sql")):
        text = path.read_text(encoding="utf-8").strip()
        title = re.match(r"-- (.+)", text)
        found.append({"name": title[1] if title else path.stem, "sql": text})
    return found
