"""Al Khaleej."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="alkhaleej",
    name_ar="الخليج",
    name_en="Al Khaleej",
    country_code="AE",
    timezone="Asia/Dubai",
    home_url="https://www.alkhaleej.ae/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(
            url="https://www.alkhaleej.ae/section/1110/rss.xml",
            note="reported as answering in public code of 2026",
        ),
        RobotsSitemaps(url="https://www.alkhaleej.ae/robots.txt"),
    ),
)
