"""Al-Qarn."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="alqarn",
    name_ar="القرن",
    name_en="Al-Qarn",
    country_code="DJ",
    timezone="Africa/Djibouti",
    home_url="https://www.alqarn.dj/",
    owner_kind=OwnerKind.STATE,
    discovery=(*front_page("https://www.alqarn.dj/"),),
)
