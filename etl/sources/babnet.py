"""Babnet."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="babnet",
    name_ar="باب نات",
    name_en="Babnet",
    country_code="TN",
    timezone="Africa/Tunis",
    home_url="https://www.babnet.net/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(url="https://www.babnet.net/feed.php", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://www.babnet.net/robots.txt"),
    ),
)
