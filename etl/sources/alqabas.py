"""Al Qabas."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="alqabas",
    name_ar="القبس",
    name_en="Al Qabas",
    country_code="KW",
    timezone="Asia/Kuwait",
    home_url="https://www.alqabas.com/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(*front_page("https://www.alqabas.com/"),),
)
