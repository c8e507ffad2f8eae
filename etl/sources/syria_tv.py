"""Syria TV."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="syria_tv",
    name_ar="تلفزيون سوريا",
    name_en="Syria TV",
    country_code="SY",
    timezone="Asia/Damascus",
    home_url="https://www.syria.tv/",
    owner_kind=OwnerKind.PRIVATE,
    layout="drupal",
    discovery=(
        Feed(url="https://www.syria.tv/rss.xml", note="Drupal convention: /rss.xml"),
        RobotsSitemaps(url="https://www.syria.tv/robots.txt"),
    ),
)
