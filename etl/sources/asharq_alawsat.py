"""Asharq Al-Awsat."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, Sitemap, SourceSpec

SOURCE = SourceSpec(
    source_id="asharq_alawsat",
    name_ar="الشرق الأوسط",
    name_en="Asharq Al-Awsat",
    country_code="SA",
    timezone="Europe/London",
    home_url="https://aawsat.com/",
    owner_kind=OwnerKind.INTERNATIONAL,
    discovery=(
        Feed(url="https://aawsat.com/feed", note="named in public code of feed readers"),
        Sitemap(url="https://aawsat.com/sitemap.xml", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://aawsat.com/robots.txt"),
    ),
)
