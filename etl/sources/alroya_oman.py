"""Al Roya (Oman)."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="alroya_oman",
    name_ar="الرؤية العمانية",
    name_en="Al Roya (Oman)",
    country_code="OM",
    timezone="Asia/Muscat",
    home_url="https://alroya.om/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(*front_page("https://alroya.om/"),),
)
