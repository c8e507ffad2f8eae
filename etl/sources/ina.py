"""Iraqi News Agency."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="ina",
    name_ar="وكالة الأنباء العراقية",
    name_en="Iraqi News Agency",
    country_code="IQ",
    timezone="Asia/Baghdad",
    home_url="https://ina.iq/",
    owner_kind=OwnerKind.STATE,
    discovery=(
        Feed(url="https://ina.iq/rss.xml", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://ina.iq/robots.txt"),
    ),
)
