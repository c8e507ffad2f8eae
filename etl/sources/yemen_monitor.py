"""Yemen Monitor."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="yemen_monitor",
    name_ar="يمن مونيتور",
    name_en="Yemen Monitor",
    country_code="YE",
    timezone="Asia/Aden",
    home_url="https://www.yemenmonitor.com/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(url="https://www.yemenmonitor.com/rss.xml", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://www.yemenmonitor.com/robots.txt"),
    ),
)
