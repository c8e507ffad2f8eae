"""Ean Libya."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import wordpress

SOURCE = SourceSpec(
    source_id="ean_libya",
    name_ar="عين ليبيا",
    name_en="Ean Libya",
    country_code="LY",
    timezone="Africa/Tripoli",
    home_url="https://www.eanlibya.com/",
    owner_kind=OwnerKind.PRIVATE,
    layout="wordpress",
    discovery=(*wordpress("https://www.eanlibya.com/"),),
)
