"""Al Ittihad."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="alittihad",
    name_ar="الاتحاد",
    name_en="Al Ittihad",
    country_code="AE",
    timezone="Asia/Dubai",
    home_url="https://www.aletihad.ae/",
    owner_kind=OwnerKind.STATE,
    discovery=(*front_page("https://www.aletihad.ae/"),),
)
