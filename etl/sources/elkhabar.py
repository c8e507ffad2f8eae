"""El Khabar."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="elkhabar",
    name_ar="الخبر",
    name_en="El Khabar",
    country_code="DZ",
    timezone="Africa/Algiers",
    home_url="https://www.elkhabar.com/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(url="https://www.elkhabar.com/feed", note="reported as answering in public code of 2026"),
        RobotsSitemaps(url="https://www.elkhabar.com/robots.txt"),
    ),
)
