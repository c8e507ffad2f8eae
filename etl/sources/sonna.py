"""Somali National News Agency."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import wordpress

SOURCE = SourceSpec(
    source_id="sonna",
    name_ar="وكالة الأنباء الوطنية الصومالية",
    name_en="Somali National News Agency",
    country_code="SO",
    timezone="Africa/Mogadishu",
    home_url="https://sonna.so/ar/",
    owner_kind=OwnerKind.STATE,
    layout="tagdiv",
    discovery=(*wordpress("https://sonna.so/ar/"),),
    allow=(r"sonna\.so/ar/",),
)
