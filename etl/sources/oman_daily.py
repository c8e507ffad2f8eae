"""Oman Daily."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="oman_daily",
    name_ar="عُمان",
    name_en="Oman Daily",
    country_code="OM",
    timezone="Asia/Muscat",
    home_url="https://www.omandaily.om/",
    owner_kind=OwnerKind.STATE,
    discovery=(*front_page("https://www.omandaily.om/"),),
)
