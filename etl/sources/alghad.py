"""Al Ghad."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="alghad",
    name_ar="الغد",
    name_en="Al Ghad",
    country_code="JO",
    timezone="Asia/Amman",
    home_url="https://alghad.com/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(
            url="https://alghad.com/rss",
            note="named in public code, which saw 403 from a data centre in 2026",
        ),
        RobotsSitemaps(url="https://alghad.com/robots.txt"),
    ),
)
