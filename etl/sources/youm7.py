"""Youm7."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, Sitemap, SourceSpec

SOURCE = SourceSpec(
    source_id="youm7",
    name_ar="اليوم السابع",
    name_en="Youm7",
    country_code="EG",
    timezone="Africa/Cairo",
    home_url="https://www.youm7.com/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(url="https://www.youm7.com/rss/SectionRss", note="named in public code of feed readers"),
        Sitemap(
            url="https://www.youm7.com/Sitemap/{yyyy}/{m}/{d}",
            note="a sitemap a day, as public scrapers read it",
        ),
        RobotsSitemaps(url="https://www.youm7.com/robots.txt"),
    ),
)
