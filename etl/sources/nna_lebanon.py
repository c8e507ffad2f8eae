"""National News Agency (Lebanon)."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="nna_lebanon",
    name_ar="الوكالة الوطنية للإعلام",
    name_en="National News Agency (Lebanon)",
    country_code="LB",
    timezone="Asia/Beirut",
    home_url="https://www.nna-leb.gov.lb/ar",
    owner_kind=OwnerKind.STATE,
    discovery=(
        Feed(url="https://www.nna-leb.gov.lb/ar/rss", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://www.nna-leb.gov.lb/robots.txt"),
    ),
    allow=(r"nna-leb\.gov\.lb/ar/",),
)
