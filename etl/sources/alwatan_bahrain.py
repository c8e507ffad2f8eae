"""Al Watan (Bahrain)."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="alwatan_bahrain",
    name_ar="الوطن البحرينية",
    name_en="Al Watan (Bahrain)",
    country_code="BH",
    timezone="Asia/Bahrain",
    home_url="https://www.alwatannews.net/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(url="https://www.alwatannews.net/rss", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://www.alwatannews.net/robots.txt"),
    ),
)
