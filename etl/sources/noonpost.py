"""Noon Post."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import wordpress

SOURCE = SourceSpec(
    source_id="noonpost",
    name_ar="نون بوست",
    name_en="Noon Post",
    country_code="TR",
    timezone="Europe/Istanbul",
    home_url="https://www.noonpost.com/",
    owner_kind=OwnerKind.INTERNATIONAL,
    layout="wordpress",
    discovery=(*wordpress("https://www.noonpost.com/"),),
)
