"""Shafaq News."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="shafaq",
    name_ar="شفق نيوز",
    name_en="Shafaq News",
    country_code="IQ",
    timezone="Asia/Baghdad",
    home_url="https://shafaq.com/ar",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(url="https://shafaq.com/rss/ar", note="reported as answering in public code of 2026"),
        RobotsSitemaps(url="https://shafaq.com/robots.txt"),
    ),
    allow=(r"shafaq\.com/ar/",),
)
