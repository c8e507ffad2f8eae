"""Al Sharq."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="alsharq",
    name_ar="الشرق القطرية",
    name_en="Al Sharq",
    country_code="QA",
    timezone="Asia/Qatar",
    home_url="https://al-sharq.com/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(url="https://al-sharq.com/rss/latestNews", note="reported as answering in public code of 2026"),
        RobotsSitemaps(url="https://al-sharq.com/robots.txt"),
    ),
)
