"""An-Nahar."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="annahar",
    name_ar="النهار",
    name_en="An-Nahar",
    country_code="LB",
    timezone="Asia/Beirut",
    home_url="https://www.annahar.com/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(
            url="https://www.annahar.com/arabic/rss-feed", note="reported as answering in public code of 2026"
        ),
        RobotsSitemaps(url="https://www.annahar.com/robots.txt"),
    ),
    allow=(r"annahar\.com/arabic/",),
)
