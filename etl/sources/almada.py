"""Al Mada."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import wordpress

SOURCE = SourceSpec(
    source_id="almada",
    name_ar="المدى",
    name_en="Al Mada",
    country_code="IQ",
    timezone="Asia/Baghdad",
    home_url="https://almadapaper.net/",
    owner_kind=OwnerKind.PRIVATE,
    layout="wordpress",
    discovery=(*wordpress("https://almadapaper.net/"),),
)
