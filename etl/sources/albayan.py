"""Al Bayan."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="albayan",
    name_ar="البيان",
    name_en="Al Bayan",
    country_code="AE",
    timezone="Asia/Dubai",
    home_url="https://www.albayan.ae/",
    owner_kind=OwnerKind.STATE,
    discovery=(*front_page("https://www.albayan.ae/"),),
)
