"""Hespress."""

from etl.model import OwnerKind, Sitemap, SourceSpec
from etl.sources.conventions import wordpress

SOURCE = SourceSpec(
    source_id="hespress",
    name_ar="هسبريس",
    name_en="Hespress",
    country_code="MA",
    timezone="Africa/Casablanca",
    home_url="https://www.hespress.com/",
    owner_kind=OwnerKind.PRIVATE,
    layout="wordpress",
    discovery=(
        *wordpress("https://www.hespress.com/"),
        Sitemap(
            url="https://www.hespress.com/sitemap-news.xml",
            is_news=True,
            note="reported as answering in public code of 2026",
        ),
    ),
)
