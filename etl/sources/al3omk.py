"""Al3omk."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import wordpress

SOURCE = SourceSpec(
    source_id="al3omk",
    name_ar="العمق المغربي",
    name_en="Al3omk",
    country_code="MA",
    timezone="Africa/Casablanca",
    home_url="https://al3omk.com/",
    owner_kind=OwnerKind.PRIVATE,
    layout="wordpress",
    discovery=(*wordpress("https://al3omk.com/"),),
)
