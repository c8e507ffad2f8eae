"""Alsumaria News."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="alsumaria",
    name_ar="السومرية نيوز",
    name_en="Alsumaria News",
    country_code="IQ",
    timezone="Asia/Baghdad",
    home_url="https://www.alsumaria.tv/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(
            url="https://www.alsumaria.tv/Rss/iraq-latest-news/ar",
            note="reported as answering in public code of 2026",
        ),
        RobotsSitemaps(url="https://www.alsumaria.tv/robots.txt"),
    ),
)
