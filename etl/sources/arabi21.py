"""Arabi21."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="arabi21",
    name_ar="عربي21",
    name_en="Arabi21",
    country_code="GB",
    timezone="Europe/London",
    home_url="https://arabi21.com/",
    owner_kind=OwnerKind.INTERNATIONAL,
    discovery=(
        Feed(url="https://arabi21.com/rss", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://arabi21.com/robots.txt"),
    ),
)
