"""El Watan (Egypt)."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="elwatan",
    name_ar="الوطن",
    name_en="El Watan (Egypt)",
    country_code="EG",
    timezone="Africa/Cairo",
    home_url="https://www.elwatannews.com/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(url="https://www.elwatannews.com/rss", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://www.elwatannews.com/robots.txt"),
    ),
)
