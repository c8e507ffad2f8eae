"""Al-Akhbar (Lebanon)."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="alakhbar_lebanon",
    name_ar="الأخبار اللبنانية",
    name_en="Al-Akhbar (Lebanon)",
    country_code="LB",
    timezone="Asia/Beirut",
    home_url="https://www.al-akhbar.com/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(*front_page("https://www.al-akhbar.com/"),),
)
