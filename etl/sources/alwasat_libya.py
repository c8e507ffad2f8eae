"""Al Wasat (Libya)."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="alwasat_libya",
    name_ar="بوابة الوسط",
    name_en="Al Wasat (Libya)",
    country_code="LY",
    timezone="Africa/Tripoli",
    home_url="https://alwasat.ly/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(url="https://alwasat.ly/feed", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://alwasat.ly/robots.txt"),
    ),
)
