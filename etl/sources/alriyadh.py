"""Al Riyadh."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="alriyadh",
    name_ar="الرياض",
    name_en="Al Riyadh",
    country_code="SA",
    timezone="Asia/Riyadh",
    home_url="https://www.alriyadh.com/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(*front_page("https://www.alriyadh.com/"),),
)
