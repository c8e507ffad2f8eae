"""Libya Akhbar."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import wordpress

SOURCE = SourceSpec(
    source_id="libya_akhbar",
    name_ar="أخبار ليبيا",
    name_en="Libya Akhbar",
    country_code="LY",
    timezone="Africa/Tripoli",
    home_url="https://www.libyaakhbar.com/",
    owner_kind=OwnerKind.PRIVATE,
    layout="wordpress",
    discovery=(*wordpress("https://www.libyaakhbar.com/"),),
)
