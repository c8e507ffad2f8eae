"""Alakhbar (Mauritania)."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="alakhbar_mauritania",
    name_ar="وكالة الأخبار المستقلة",
    name_en="Alakhbar (Mauritania)",
    country_code="MR",
    timezone="Africa/Nouakchott",
    home_url="https://alakhbar.info/",
    owner_kind=OwnerKind.PRIVATE,
    layout="drupal",
    discovery=(
        Feed(url="https://alakhbar.info/?q=rss.xml", note="Drupal convention: /rss.xml"),
        RobotsSitemaps(url="https://alakhbar.info/robots.txt"),
    ),
)
