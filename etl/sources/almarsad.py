"""Al Marsad."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import wordpress

SOURCE = SourceSpec(
    source_id="almarsad",
    name_ar="المرصد",
    name_en="Al Marsad",
    country_code="LY",
    timezone="Africa/Tripoli",
    home_url="https://almarsad.co/",
    owner_kind=OwnerKind.PRIVATE,
    layout="wordpress",
    discovery=(*wordpress("https://almarsad.co/"),),
)
