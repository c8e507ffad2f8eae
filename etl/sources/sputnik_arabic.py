"""Sputnik Arabic."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="sputnik_arabic",
    name_ar="سبوتنيك عربي",
    name_en="Sputnik Arabic",
    country_code="RU",
    timezone="Europe/Moscow",
    home_url="https://sputnikarabic.ae/",
    owner_kind=OwnerKind.INTERNATIONAL,
    discovery=(
        Feed(
            url="https://sputnikarabic.ae/export/rss2/archive/index.xml",
            note="named in public code of feed readers",
        ),
        RobotsSitemaps(url="https://sputnikarabic.ae/robots.txt"),
    ),
)
