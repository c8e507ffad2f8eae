"""El Hiwar."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="elhiwar",
    name_ar="الحوار",
    name_en="El Hiwar",
    country_code="DZ",
    timezone="Africa/Algiers",
    home_url="https://elhiwar.dz/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(*front_page("https://elhiwar.dz/"),),
)
