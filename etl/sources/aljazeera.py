"""Al Jazeera Arabic."""

from etl.model import OwnerKind, RobotsSitemaps, Sitemap, SourceSpec

SOURCE = SourceSpec(
    source_id="aljazeera",
    name_ar="الجزيرة نت",
    name_en="Al Jazeera Arabic",
    country_code="QA",
    timezone="UTC",
    home_url="https://www.aljazeera.net/",
    owner_kind=OwnerKind.INTERNATIONAL,
    discovery=(
        Sitemap(
            url="https://www.aljazeera.net/sitemap.xml?yyyy={yyyy}&mm={m}&dd={d}",
            note="a sitemap a day, as public scrapers read it",
        ),
        RobotsSitemaps(url="https://www.aljazeera.net/robots.txt"),
    ),
)
