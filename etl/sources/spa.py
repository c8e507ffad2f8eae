"""Saudi Press Agency."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="spa",
    name_ar="وكالة الأنباء السعودية",
    name_en="Saudi Press Agency",
    country_code="SA",
    timezone="Asia/Riyadh",
    home_url="https://www.spa.gov.sa/",
    owner_kind=OwnerKind.STATE,
    discovery=(
        Feed(url="https://www.spa.gov.sa/rss.xml", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://www.spa.gov.sa/robots.txt"),
    ),
    deny=(r"spa\.gov\.sa/(?:en|fr|es|ru|zh|fa|ur)/",),
)
