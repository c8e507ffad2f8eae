"""SWI swissinfo Arabic."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="swissinfo_arabic",
    name_ar="سويس إنفو",
    name_en="SWI swissinfo Arabic",
    country_code="CH",
    timezone="Europe/Zurich",
    home_url="https://www.swissinfo.ch/ara/",
    owner_kind=OwnerKind.STATE,
    layout="wordpress",
    discovery=(*front_page("https://www.swissinfo.ch/ara/"),),
    allow=(r"swissinfo\.ch/ara/",),
)
