"""Masrawy."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="masrawy",
    name_ar="مصراوي",
    name_en="Masrawy",
    country_code="EG",
    timezone="Africa/Cairo",
    home_url="https://www.masrawy.com/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(
            url="https://www.masrawy.com/rss/feed/25/أخبار",
            note="reported as answering in public code of 2026",
        ),
        RobotsSitemaps(url="https://www.masrawy.com/robots.txt"),
    ),
)
