"""Enab Baladi."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import wordpress

SOURCE = SourceSpec(
    source_id="enab_baladi",
    name_ar="عنب بلدي",
    name_en="Enab Baladi",
    country_code="SY",
    timezone="Asia/Damascus",
    home_url="https://www.enabbaladi.net/",
    owner_kind=OwnerKind.PRIVATE,
    layout="wordpress",
    discovery=(*wordpress("https://www.enabbaladi.net/"),),
)
