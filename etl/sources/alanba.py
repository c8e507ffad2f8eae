"""Al Anba."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="alanba",
    name_ar="الأنباء",
    name_en="Al Anba",
    country_code="KW",
    timezone="Asia/Kuwait",
    home_url="https://www.alanba.com.kw/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(url="https://www.alanba.com.kw/rss/kuwait-news", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://www.alanba.com.kw/robots.txt"),
    ),
)
