"""Alyaoum24."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import wordpress

SOURCE = SourceSpec(
    source_id="alyaoum24",
    name_ar="اليوم 24",
    name_en="Alyaoum24",
    country_code="MA",
    timezone="Africa/Casablanca",
    home_url="https://alyaoum24.com/",
    owner_kind=OwnerKind.PRIVATE,
    layout="wordpress",
    discovery=(*wordpress("https://alyaoum24.com/"),),
)
