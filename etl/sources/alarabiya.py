"""Al Arabiya."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, Sitemap, SourceSpec

SOURCE = SourceSpec(
    source_id="alarabiya",
    name_ar="العربية",
    name_en="Al Arabiya",
    country_code="SA",
    timezone="Asia/Riyadh",
    home_url="https://www.alarabiya.net/",
    owner_kind=OwnerKind.INTERNATIONAL,
    discovery=(
        Feed(
            url="https://www.alarabiya.net/.mrss/ar.xml",
            note="named in public code, which saw 403 from a data centre in 2026",
        ),
        Sitemap(url="https://www.alarabiya.net/sitemap.xml", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://www.alarabiya.net/robots.txt"),
    ),
)
