"""Assabah (Morocco)."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import wordpress

SOURCE = SourceSpec(
    source_id="assabah",
    name_ar="الصباح",
    name_en="Assabah (Morocco)",
    country_code="MA",
    timezone="Africa/Casablanca",
    home_url="https://assabah.ma/",
    owner_kind=OwnerKind.PRIVATE,
    layout="wordpress",
    discovery=(*wordpress("https://assabah.ma/"),),
)
