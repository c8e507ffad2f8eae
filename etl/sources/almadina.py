"""Al Madina."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="almadina",
    name_ar="المدينة",
    name_en="Al Madina",
    country_code="SA",
    timezone="Asia/Riyadh",
    home_url="https://www.al-madina.com/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(url="https://www.al-madina.com/rss/saudi.xml", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://www.al-madina.com/robots.txt"),
    ),
)
