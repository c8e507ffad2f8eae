"""France 24 Arabic."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="france24_arabic",
    name_ar="فرانس 24",
    name_en="France 24 Arabic",
    country_code="FR",
    timezone="Europe/Paris",
    home_url="https://www.france24.com/ar/",
    owner_kind=OwnerKind.INTERNATIONAL,
    layout="microdata",
    discovery=(
        Feed(
            url="https://www.france24.com/ar/rss",
            note="named in public code, which saw 403 from a data centre in 2026",
        ),
        RobotsSitemaps(url="https://www.france24.com/robots.txt"),
    ),
    allow=(r"france24\.com/ar/",),
)
