"""Sabq."""

from etl.model import OwnerKind, RobotsSitemaps, Sitemap, SourceSpec

SOURCE = SourceSpec(
    source_id="sabq",
    name_ar="سبق",
    name_en="Sabq",
    country_code="SA",
    timezone="Asia/Riyadh",
    home_url="https://sabq.org/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Sitemap(url="https://sabq.org/sitemap.xml", note="named in public code of feed readers"),
        Sitemap(
            url="https://sabq.org/sitemap-news.xml", is_news=True, note="named in public code of feed readers"
        ),
        RobotsSitemaps(url="https://sabq.org/robots.txt"),
    ),
)
