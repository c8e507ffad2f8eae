"""Ammon News."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="ammon",
    name_ar="عمون",
    name_en="Ammon News",
    country_code="JO",
    timezone="Asia/Amman",
    home_url="https://www.ammonnews.net/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(url="https://www.ammonnews.net/rss.php?type=n", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://www.ammonnews.net/robots.txt"),
    ),
)
