"""Elnashra."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="elnashra",
    name_ar="النشرة",
    name_en="Elnashra",
    country_code="LB",
    timezone="Asia/Beirut",
    home_url="https://www.elnashra.com/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(url="https://www.elnashra.com/rss", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://www.elnashra.com/robots.txt"),
    ),
)
