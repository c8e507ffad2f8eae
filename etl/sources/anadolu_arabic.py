"""Anadolu Agency Arabic."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="anadolu_arabic",
    name_ar="وكالة الأناضول",
    name_en="Anadolu Agency Arabic",
    country_code="TR",
    timezone="Europe/Istanbul",
    home_url="https://www.aa.com.tr/ar",
    owner_kind=OwnerKind.STATE,
    discovery=(
        Feed(
            url="https://www.aa.com.tr/ar/rss/default?cat=guncel", note="named in public code of feed readers"
        ),
        RobotsSitemaps(url="https://www.aa.com.tr/robots.txt"),
    ),
    allow=(r"aa\.com\.tr/ar/",),
)
