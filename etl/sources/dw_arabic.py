"""DW Arabic."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="dw_arabic",
    name_ar="دويتشه فيله",
    name_en="DW Arabic",
    country_code="DE",
    timezone="Europe/Berlin",
    home_url="https://www.dw.com/ar/",
    owner_kind=OwnerKind.INTERNATIONAL,
    discovery=(
        Feed(
            url="https://rss.dw.com/rdf/rss-ar-all",
            note="named in public code, which saw it time out in 2026",
        ),
        RobotsSitemaps(url="https://www.dw.com/robots.txt"),
    ),
    allow=(r"dw\.com/ar/",),
)
