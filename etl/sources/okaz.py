"""Okaz."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="okaz",
    name_ar="عكاظ",
    name_en="Okaz",
    country_code="SA",
    timezone="Asia/Riyadh",
    home_url="https://www.okaz.com.sa/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(url="https://www.okaz.com.sa/rssFeed/0", note="reported as answering in public code of 2026"),
        RobotsSitemaps(url="https://www.okaz.com.sa/robots.txt"),
    ),
)
