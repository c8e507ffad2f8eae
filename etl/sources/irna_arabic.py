"""IRNA Arabic."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="irna_arabic",
    name_ar="وكالة إرنا",
    name_en="IRNA Arabic",
    country_code="IR",
    timezone="Asia/Tehran",
    home_url="https://ar.irna.ir/",
    owner_kind=OwnerKind.STATE,
    discovery=(
        Feed(url="https://ar.irna.ir/rss", note="named in public code of feed readers"),
        RobotsSitemaps(url="https://ar.irna.ir/robots.txt"),
    ),
)
