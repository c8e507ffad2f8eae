"""Ennahar Online."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import wordpress

SOURCE = SourceSpec(
    source_id="ennahar",
    name_ar="النهار أونلاين",
    name_en="Ennahar Online",
    country_code="DZ",
    timezone="Africa/Algiers",
    home_url="https://www.ennaharonline.com/",
    owner_kind=OwnerKind.PRIVATE,
    layout="wordpress",
    discovery=(*wordpress("https://www.ennaharonline.com/"),),
)
