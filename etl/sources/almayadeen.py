"""Al Mayadeen."""

from etl.model import OwnerKind, RobotsSitemaps, Sitemap, SourceSpec

SOURCE = SourceSpec(
    source_id="almayadeen",
    name_ar="الميادين",
    name_en="Al Mayadeen",
    country_code="LB",
    timezone="Asia/Beirut",
    home_url="https://www.almayadeen.net/",
    owner_kind=OwnerKind.INTERNATIONAL,
    discovery=(
        Sitemap(
            url="https://www.almayadeen.net/sitemaps/all.xml",
            note="an index by month, as public scrapers read it",
        ),
        RobotsSitemaps(url="https://www.almayadeen.net/robots.txt"),
    ),
)
