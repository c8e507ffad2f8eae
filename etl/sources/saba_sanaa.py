"""Saba News Agency (Sanaa)."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="saba_sanaa",
    name_ar="وكالة سبأ (صنعاء)",
    name_en="Saba News Agency (Sanaa)",
    country_code="YE",
    timezone="Asia/Aden",
    home_url="https://www.saba.ye/ar",
    owner_kind=OwnerKind.STATE,
    discovery=(
        Feed(
            url="https://www.saba.ye/ar/rsscatfeed1.htm", note="reported as answering in public code of 2026"
        ),
        Feed(
            url="https://www.saba.ye/ar/rsscatfeed2.htm", note="reported as answering in public code of 2026"
        ),
        RobotsSitemaps(url="https://www.saba.ye/robots.txt"),
    ),
    allow=(r"saba\.ye/ar/",),
)
