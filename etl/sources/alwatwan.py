"""Al-Watwan."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="alwatwan",
    name_ar="الوطن القمرية",
    name_en="Al-Watwan",
    country_code="KM",
    timezone="Indian/Comoro",
    home_url="https://alwatwan.net/",
    owner_kind=OwnerKind.STATE,
    discovery=(
        Feed(url="https://alwatwan.net/feed/", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://alwatwan.net/robots.txt"),
    ),
)
