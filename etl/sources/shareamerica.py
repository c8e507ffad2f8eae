"""ShareAmerica Arabic."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import wordpress

SOURCE = SourceSpec(
    source_id="shareamerica",
    name_ar="شير أمريكا",
    name_en="ShareAmerica Arabic",
    country_code="US",
    timezone="America/New_York",
    home_url="https://share.america.gov/ar/",
    owner_kind=OwnerKind.STATE,
    layout="wordpress",
    discovery=(*wordpress("https://share.america.gov/ar/"),),
    allow=(r"share\.america\.gov/ar/",),
)
