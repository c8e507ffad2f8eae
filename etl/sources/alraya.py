"""Al Raya."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="alraya",
    name_ar="الراية",
    name_en="Al Raya",
    country_code="QA",
    timezone="Asia/Qatar",
    home_url="https://www.raya.com/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(*front_page("https://www.raya.com/"),),
)
