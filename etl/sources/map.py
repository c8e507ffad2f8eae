"""Maghreb Arabe Presse."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="map",
    name_ar="وكالة المغرب العربي للأنباء",
    name_en="Maghreb Arabe Presse",
    country_code="MA",
    timezone="Africa/Casablanca",
    home_url="https://www.mapnews.ma/ar/",
    owner_kind=OwnerKind.STATE,
    layout="drupal",
    discovery=(
        Feed(url="https://www.mapnews.ma/ar/rss.xml", note="Drupal convention: /rss.xml"),
        RobotsSitemaps(url="https://www.mapnews.ma/robots.txt"),
    ),
    allow=(r"mapnews\.ma/ar/",),
)
