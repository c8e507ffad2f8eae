"""Al Rai (Kuwait)."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="alrai_kuwait",
    name_ar="الراي الكويتية",
    name_en="Al Rai (Kuwait)",
    country_code="KW",
    timezone="Asia/Kuwait",
    home_url="https://www.alraimedia.com/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(*front_page("https://www.alraimedia.com/"),),
)
