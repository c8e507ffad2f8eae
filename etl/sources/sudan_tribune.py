"""Sudan Tribune Arabic."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import wordpress

SOURCE = SourceSpec(
    source_id="sudan_tribune",
    name_ar="سودان تربيون",
    name_en="Sudan Tribune Arabic",
    country_code="SD",
    timezone="Africa/Khartoum",
    home_url="https://sudantribune.net/",
    owner_kind=OwnerKind.PRIVATE,
    layout="wordpress",
    discovery=(*wordpress("https://sudantribune.net/"),),
)
