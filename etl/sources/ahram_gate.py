"""Ahram Gate."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="ahram_gate",
    name_ar="بوابة الأهرام",
    name_en="Ahram Gate",
    country_code="EG",
    timezone="Africa/Cairo",
    home_url="https://gate.ahram.org.eg/",
    owner_kind=OwnerKind.STATE,
    discovery=(*front_page("https://gate.ahram.org.eg/"),),
)
