"""Qatar News Agency."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="qna",
    name_ar="وكالة الأنباء القطرية",
    name_en="Qatar News Agency",
    country_code="QA",
    timezone="Asia/Qatar",
    home_url="https://qna.org.qa/ar-QA/",
    owner_kind=OwnerKind.STATE,
    discovery=(
        Feed(url="https://qna.org.qa/ar-QA/Pages/RSS-Feeds/Qatar", note="the agency's page of feeds"),
        RobotsSitemaps(url="https://qna.org.qa/robots.txt"),
    ),
    allow=(r"qna\.org\.qa/ar-QA/",),
)
