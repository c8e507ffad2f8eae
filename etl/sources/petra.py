"""Petra."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="petra",
    name_ar="وكالة الأنباء الأردنية",
    name_en="Petra",
    country_code="JO",
    timezone="Asia/Amman",
    home_url="https://petra.gov.jo/",
    owner_kind=OwnerKind.STATE,
    discovery=(*front_page("https://petra.gov.jo/"),),
)
