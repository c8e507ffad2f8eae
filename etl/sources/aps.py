"""Algeria Press Service."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="aps",
    name_ar="وكالة الأنباء الجزائرية",
    name_en="Algeria Press Service",
    country_code="DZ",
    timezone="Africa/Algiers",
    home_url="https://www.aps.dz/ar/",
    owner_kind=OwnerKind.STATE,
    discovery=(
        Feed(url="http://feeds.aps.dz/aps-monde-ar", note="named in public code of feed readers"),
        Feed(url="http://feeds.aps.dz/aps-economie-ar", note="named in public code of feed readers"),
        Feed(url="http://feeds.aps.dz/aps-societe-ar", note="named in public code of feed readers"),
        Feed(url="http://feeds.aps.dz/aps-regions-ar", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://www.aps.dz/robots.txt"),
    ),
    allow=(r"aps\.dz/ar/",),
)
