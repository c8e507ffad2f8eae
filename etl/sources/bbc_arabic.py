"""BBC Arabic."""

from etl.model import Feed, OwnerKind, Sitemap, SourceSpec

SOURCE = SourceSpec(
    source_id="bbc_arabic",
    name_ar="بي بي سي عربي",
    name_en="BBC Arabic",
    country_code="GB",
    timezone="UTC",
    home_url="https://www.bbc.com/arabic",
    owner_kind=OwnerKind.INTERNATIONAL,
    layout="bbc",
    discovery=(
        Feed(url="https://feeds.bbci.co.uk/arabic/rss.xml", note="named in public code of feed readers"),
        Sitemap(url="https://www.bbc.com/arabic/sitemap.xml", note="named in robots.txt of bbc.com"),
    ),
    allow=(r"bbc\.com/arabic/",),
)
