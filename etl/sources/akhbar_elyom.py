"""Akhbar El Yom."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="akhbar_elyom",
    name_ar="بوابة أخبار اليوم",
    name_en="Akhbar El Yom",
    country_code="EG",
    timezone="Africa/Cairo",
    home_url="https://akhbarelyom.com/",
    owner_kind=OwnerKind.STATE,
    discovery=(*front_page("https://akhbarelyom.com/"),),
)
