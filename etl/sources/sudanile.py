"""Sudanile."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import wordpress

SOURCE = SourceSpec(
    source_id="sudanile",
    name_ar="سودانايل",
    name_en="Sudanile",
    country_code="SD",
    timezone="Africa/Khartoum",
    home_url="https://sudanile.com/",
    owner_kind=OwnerKind.PRIVATE,
    layout="wordpress",
    discovery=(*wordpress("https://sudanile.com/"),),
)
