"""Le360 Arabic."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="le360_arabic",
    name_ar="لو360",
    name_en="Le360 Arabic",
    country_code="MA",
    timezone="Africa/Casablanca",
    home_url="https://ar.le360.ma/",
    owner_kind=OwnerKind.PRIVATE,
    layout="arcxp",
    discovery=(
        Feed(
            url="https://ar.le360.ma/arc/outboundfeeds/rss/?outputType=xml",
            note="reported as answering in public code of 2026",
        ),
        RobotsSitemaps(url="https://ar.le360.ma/robots.txt"),
    ),
)
