"""Hakaek Online."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import wordpress

SOURCE = SourceSpec(
    source_id="hakaek",
    name_ar="حقائق أون لاين",
    name_en="Hakaek Online",
    country_code="TN",
    timezone="Africa/Tunis",
    home_url="https://hakaekonline.com/",
    owner_kind=OwnerKind.PRIVATE,
    layout="wordpress",
    discovery=(*wordpress("https://hakaekonline.com/"),),
)
