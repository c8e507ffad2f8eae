"""CNN Arabic."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="cnn_arabic",
    name_ar="سي إن إن بالعربية",
    name_en="CNN Arabic",
    country_code="US",
    timezone="Asia/Dubai",
    home_url="https://arabic.cnn.com/",
    owner_kind=OwnerKind.INTERNATIONAL,
    discovery=(
        Feed(url="https://arabic.cnn.com/api/v1/rss/rss.xml", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://arabic.cnn.com/robots.txt"),
    ),
)
