"""Al Shabiba."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="shabiba",
    name_ar="الشبيبة",
    name_en="Al Shabiba",
    country_code="OM",
    timezone="Asia/Muscat",
    home_url="https://shabiba.com/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(*front_page("https://shabiba.com/"),),
)
