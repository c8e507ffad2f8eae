"""Al-Masry Al-Youm."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="almasry_alyoum",
    name_ar="المصري اليوم",
    name_en="Al-Masry Al-Youm",
    country_code="EG",
    timezone="Africa/Cairo",
    home_url="https://www.almasryalyoum.com/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(
        Feed(
            url="https://www.almasryalyoum.com/rss/rssfeed",
            note="named in public code, which saw it half a day late in 2026",
        ),
        RobotsSitemaps(url="https://www.almasryalyoum.com/robots.txt"),
    ),
)
