"""Al-Araby Al-Jadeed."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="alaraby_aljadeed",
    name_ar="العربي الجديد",
    name_en="Al-Araby Al-Jadeed",
    country_code="GB",
    timezone="Europe/London",
    home_url="https://www.alaraby.co.uk/",
    owner_kind=OwnerKind.INTERNATIONAL,
    layout="drupal",
    discovery=(
        Feed(url="https://www.alaraby.co.uk/rss.xml", note="Drupal convention: /rss.xml"),
        RobotsSitemaps(url="https://www.alaraby.co.uk/robots.txt"),
    ),
)
