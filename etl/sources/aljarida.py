"""Al Jarida."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="aljarida",
    name_ar="الجريدة",
    name_en="Al Jarida",
    country_code="KW",
    timezone="Asia/Kuwait",
    home_url="https://www.aljarida.com/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(url="https://www.aljarida.com/rss/", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://www.aljarida.com/robots.txt"),
    ),
)
