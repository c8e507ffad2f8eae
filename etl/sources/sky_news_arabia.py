"""Sky News Arabia."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, Sitemap, SourceSpec

SOURCE = SourceSpec(
    source_id="sky_news_arabia",
    name_ar="سكاي نيوز عربية",
    name_en="Sky News Arabia",
    country_code="AE",
    timezone="Asia/Dubai",
    home_url="https://www.skynewsarabia.com/",
    owner_kind=OwnerKind.INTERNATIONAL,
    discovery=(
        Feed(url="https://www.skynewsarabia.com/rss.xml", note="named in public code of feed readers"),
        Sitemap(url="https://www.skynewsarabia.com/sitemap.xml", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://www.skynewsarabia.com/robots.txt"),
    ),
)
