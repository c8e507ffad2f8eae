"""Mauritanian News Agency."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import wordpress

SOURCE = SourceSpec(
    source_id="ami",
    name_ar="الوكالة الموريتانية للأنباء",
    name_en="Mauritanian News Agency",
    country_code="MR",
    timezone="Africa/Nouakchott",
    home_url="https://ami.mr/ar/",
    owner_kind=OwnerKind.STATE,
    layout="wordpress",
    discovery=(*wordpress("https://ami.mr/ar/"),),
    allow=(r"ami\.mr/ar/",),
)
