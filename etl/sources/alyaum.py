"""Al Yaum."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="alyaum",
    name_ar="اليوم",
    name_en="Al Yaum",
    country_code="SA",
    timezone="Asia/Riyadh",
    home_url="https://www.alyaum.com/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(url="https://www.alyaum.com/rssFeed/1005", note="reported as answering in public code of 2026"),
        RobotsSitemaps(url="https://www.alyaum.com/robots.txt"),
    ),
)
