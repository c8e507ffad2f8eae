"""Al-Quds Al-Arabi."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import wordpress

SOURCE = SourceSpec(
    source_id="alquds_alarabi",
    name_ar="القدس العربي",
    name_en="Al-Quds Al-Arabi",
    country_code="GB",
    timezone="Europe/London",
    home_url="https://www.alquds.co.uk/",
    owner_kind=OwnerKind.INTERNATIONAL,
    layout="wordpress",
    discovery=(*wordpress("https://www.alquds.co.uk/"),),
)
