"""Mosaique FM."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="mosaique_fm",
    name_ar="موزاييك إف إم",
    name_en="Mosaique FM",
    country_code="TN",
    timezone="Africa/Tunis",
    home_url="https://www.mosaiquefm.net/ar/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(url="https://www.mosaiquefm.net/ar/rss", note="reported as answering in public code of 2026"),
        RobotsSitemaps(url="https://www.mosaiquefm.net/robots.txt"),
    ),
    allow=(r"mosaiquefm\.net/ar/",),
)
