"""Tunis Afrique Presse."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="tap",
    name_ar="وكالة تونس إفريقيا للأنباء",
    name_en="Tunis Afrique Presse",
    country_code="TN",
    timezone="Africa/Tunis",
    home_url="https://www.tap.info.tn/ar",
    owner_kind=OwnerKind.STATE,
    discovery=(
        Feed(url="https://www.tap.info.tn/ar/rss/tunisia", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://www.tap.info.tn/robots.txt"),
    ),
    allow=(r"tap\.info\.tn/ar/",),
)
