"""Asharq News."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="asharq_news",
    name_ar="الشرق للأخبار",
    name_en="Asharq News",
    country_code="SA",
    timezone="Asia/Riyadh",
    home_url="https://asharq.com/",
    owner_kind=OwnerKind.INTERNATIONAL,
    discovery=(
        Feed(url="https://asharq.com/rss.xml", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://asharq.com/robots.txt"),
    ),
)
