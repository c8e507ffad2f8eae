"""Sudan News Agency."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="suna",
    name_ar="وكالة السودان للأنباء",
    name_en="Sudan News Agency",
    country_code="SD",
    timezone="Africa/Khartoum",
    home_url="https://suna-sd.net/",
    owner_kind=OwnerKind.STATE,
    discovery=(*front_page("https://suna-sd.net/"),),
    deny=(r"suna-sd\.net/en",),
)
