"""Al Ayam."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="alayam",
    name_ar="الأيام البحرينية",
    name_en="Al Ayam",
    country_code="BH",
    timezone="Asia/Bahrain",
    home_url="https://www.alayam.com/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(url="https://www.alayam.com/rss", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://www.alayam.com/robots.txt"),
    ),
)
