"""Ma'an News Agency."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="maan",
    name_ar="وكالة معا",
    name_en="Ma'an News Agency",
    country_code="PS",
    timezone="Asia/Hebron",
    home_url="https://www.maannews.net/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(url="https://www.maannews.net/Rss/AllNews", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://www.maannews.net/robots.txt"),
    ),
)
