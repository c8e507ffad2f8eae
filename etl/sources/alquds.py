"""Al-Quds."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="alquds",
    name_ar="القدس",
    name_en="Al-Quds",
    country_code="PS",
    timezone="Asia/Hebron",
    home_url="https://www.alquds.com/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(url="https://www.alquds.com/feed/", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://www.alquds.com/robots.txt"),
    ),
)
