"""Kuwait News Agency."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="kuna",
    name_ar="وكالة الأنباء الكويتية",
    name_en="Kuwait News Agency",
    country_code="KW",
    timezone="Asia/Kuwait",
    home_url="https://www.kuna.net.kw/",
    owner_kind=OwnerKind.STATE,
    discovery=(*front_page("https://www.kuna.net.kw/"),),
    deny=(r"[?&]language=en",),
)
