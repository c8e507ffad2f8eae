"""US Department of State in Arabic."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="us_state_arabic",
    name_ar="وزارة الخارجية الأمريكية بالعربية",
    name_en="US Department of State in Arabic",
    country_code="US",
    timezone="America/New_York",
    home_url="https://www.state.gov/translations/arabic/",
    owner_kind=OwnerKind.STATE,
    layout="wordpress",
    discovery=(*front_page("https://www.state.gov/translations/arabic/"),),
)
