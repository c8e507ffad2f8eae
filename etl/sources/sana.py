"""SANA."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import wordpress

SOURCE = SourceSpec(
    source_id="sana",
    name_ar="الوكالة العربية السورية للأنباء",
    name_en="SANA",
    country_code="SY",
    timezone="Asia/Damascus",
    home_url="https://sana.sy/",
    owner_kind=OwnerKind.STATE,
    layout="wordpress",
    discovery=(*wordpress("https://sana.sy/"),),
    deny=(r"sana\.sy/(?:en|fr|tr|es|ru|zh|ku|he)/",),
)
