"""Al-Masdar Online."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="almasdar_online",
    name_ar="المصدر أونلاين",
    name_en="Al-Masdar Online",
    country_code="YE",
    timezone="Asia/Aden",
    home_url="https://almasdaronline.com/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(url="https://almasdaronline.com/rss", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://almasdaronline.com/robots.txt"),
    ),
)
