"""Euronews Arabic."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="euronews_arabic",
    name_ar="يورونيوز",
    name_en="Euronews Arabic",
    country_code="FR",
    timezone="Europe/Paris",
    home_url="https://arabic.euronews.com/",
    owner_kind=OwnerKind.INTERNATIONAL,
    discovery=(
        Feed(url="https://arabic.euronews.com/rss", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://arabic.euronews.com/robots.txt"),
    ),
)
