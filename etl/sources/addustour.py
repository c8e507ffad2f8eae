"""Ad-Dustour."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="addustour",
    name_ar="الدستور",
    name_en="Ad-Dustour",
    country_code="JO",
    timezone="Asia/Amman",
    home_url="https://www.addustour.com/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(*front_page("https://www.addustour.com/"),),
)
