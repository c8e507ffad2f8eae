"""Echorouk Online."""

from etl.model import OwnerKind, Sitemap, SourceSpec
from etl.sources.conventions import wordpress

SOURCE = SourceSpec(
    source_id="echorouk",
    name_ar="الشروق أونلاين",
    name_en="Echorouk Online",
    country_code="DZ",
    timezone="Africa/Algiers",
    home_url="https://www.echoroukonline.com/",
    owner_kind=OwnerKind.PRIVATE,
    layout="wordpress",
    discovery=(
        *wordpress("https://www.echoroukonline.com/"),
        Sitemap(
            url="https://www.echoroukonline.com/sitemap_index.xml",
            children=r"/post-sitemap\d*\.xml",
            note="Yoast convention, as public scrapers read it",
        ),
    ),
    # 420 sitemaps of 1,000 posts in some thirteen years: about 90 a day.
    expected_per_day=(30, 250),
    deny=(r"echoroukonline\.com/(?:en|fr)/",),
)
