"""RT Arabic."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, Sitemap, SourceSpec

SOURCE = SourceSpec(
    source_id="rt_arabic",
    name_ar="آر تي عربي",
    name_en="RT Arabic",
    country_code="RU",
    timezone="Europe/Moscow",
    home_url="https://arabic.rt.com/",
    owner_kind=OwnerKind.INTERNATIONAL,
    discovery=(
        Feed(url="https://arabic.rt.com/rss/", note="named in public code of feed readers"),
        Sitemap(url="https://arabic.rt.com/sitemap.xml", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://arabic.rt.com/robots.txt"),
    ),
)
