"""Radio Dabanga."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="dabanga",
    name_ar="راديو دبنقا",
    name_en="Radio Dabanga",
    country_code="SD",
    timezone="Africa/Khartoum",
    home_url="https://www.dabangasudan.org/ar",
    owner_kind=OwnerKind.PRIVATE,
    layout="wordpress",
    discovery=(
        Feed(url="https://www.dabangasudan.org/ar/feed", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://www.dabangasudan.org/robots.txt"),
    ),
    allow=(r"dabangasudan\.org/ar/",),
)
