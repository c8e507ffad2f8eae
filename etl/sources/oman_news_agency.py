"""Oman News Agency."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="oman_news_agency",
    name_ar="وكالة الأنباء العمانية",
    name_en="Oman News Agency",
    country_code="OM",
    timezone="Asia/Muscat",
    home_url="https://omannews.gov.om/",
    owner_kind=OwnerKind.STATE,
    discovery=(
        Feed(url="https://omannews.gov.om/rss.ona", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://omannews.gov.om/robots.txt"),
    ),
)
