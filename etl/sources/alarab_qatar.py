"""Al Arab Qatar."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="alarab_qatar",
    name_ar="العرب القطرية",
    name_en="Al Arab Qatar",
    country_code="QA",
    timezone="Asia/Qatar",
    home_url="https://alarab.qa/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(url="https://alarab.qa/rss/latestNews", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://alarab.qa/robots.txt"),
    ),
)
