"""Al Chourouk (Tunisia)."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="alchourouk",
    name_ar="الشروق التونسية",
    name_en="Al Chourouk (Tunisia)",
    country_code="TN",
    timezone="Africa/Tunis",
    home_url="https://www.alchourouk.com/",
    owner_kind=OwnerKind.PRIVATE,
    layout="drupal",
    discovery=(
        Feed(url="https://www.alchourouk.com/rss", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://www.alchourouk.com/robots.txt"),
    ),
)
