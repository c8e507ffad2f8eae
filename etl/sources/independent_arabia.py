"""Independent Arabia."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, Sitemap, SourceSpec

SOURCE = SourceSpec(
    source_id="independent_arabia",
    name_ar="إندبندنت عربية",
    name_en="Independent Arabia",
    country_code="SA",
    timezone="Europe/London",
    home_url="https://www.independentarabia.com/",
    owner_kind=OwnerKind.INTERNATIONAL,
    layout="drupal",
    discovery=(
        Feed(url="https://www.independentarabia.com/rss.xml", note="Drupal convention: /rss.xml"),
        Sitemap(
            url="https://www.independentarabia.com/sitemap.xml", note="named in public code of feed readers"
        ),
        RobotsSitemaps(url="https://www.independentarabia.com/robots.txt"),
    ),
)
