"""Hibapress."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import wordpress

SOURCE = SourceSpec(
    source_id="hibapress",
    name_ar="هبة بريس",
    name_en="Hibapress",
    country_code="MA",
    timezone="Africa/Casablanca",
    home_url="https://ar.hibapress.com/",
    owner_kind=OwnerKind.PRIVATE,
    layout="wordpress",
    discovery=(*wordpress("https://ar.hibapress.com/"),),
)
