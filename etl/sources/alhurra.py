"""Alhurra."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="alhurra",
    name_ar="الحرة",
    name_en="Alhurra",
    country_code="US",
    timezone="America/New_York",
    home_url="https://www.alhurra.com/",
    owner_kind=OwnerKind.STATE,
    discovery=(
        Feed(
            url="https://www.alhurra.com/rss", note="named in public code, which saw an empty answer in 2026"
        ),
        RobotsSitemaps(url="https://www.alhurra.com/robots.txt"),
    ),
)
