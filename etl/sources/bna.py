"""Bahrain News Agency."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="bna",
    name_ar="وكالة أنباء البحرين",
    name_en="Bahrain News Agency",
    country_code="BH",
    timezone="Asia/Bahrain",
    home_url="https://www.bna.bh/",
    owner_kind=OwnerKind.STATE,
    discovery=(*front_page("https://www.bna.bh/"),),
    deny=(r"bna\.bh/en/",),
)
