"""Sahara Media."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import wordpress

SOURCE = SourceSpec(
    source_id="sahara_medias",
    name_ar="صحراء ميديا",
    name_en="Sahara Media",
    country_code="MR",
    timezone="Africa/Nouakchott",
    home_url="https://www.saharamedias.net/",
    owner_kind=OwnerKind.PRIVATE,
    layout="wordpress",
    discovery=(*wordpress("https://www.saharamedias.net/"),),
)
