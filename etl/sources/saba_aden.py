"""Saba News Agency (Aden)."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="saba_aden",
    name_ar="وكالة سبأ (عدن)",
    name_en="Saba News Agency (Aden)",
    country_code="YE",
    timezone="Asia/Aden",
    home_url="https://www.sabanew.net/",
    owner_kind=OwnerKind.STATE,
    discovery=(*front_page("https://www.sabanew.net/"),),
)
