"""Roya News."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="roya",
    name_ar="رؤيا الإخباري",
    name_en="Roya News",
    country_code="JO",
    timezone="Asia/Amman",
    home_url="https://royanews.tv/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(url="https://royanews.tv/rss", note="reported as answering in public code of 2026"),
        RobotsSitemaps(url="https://royanews.tv/robots.txt"),
    ),
)
