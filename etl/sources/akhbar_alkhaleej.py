"""Akhbar Al Khaleej."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="akhbar_alkhaleej",
    name_ar="أخبار الخليج",
    name_en="Akhbar Al Khaleej",
    country_code="BH",
    timezone="Asia/Bahrain",
    home_url="https://www.akhbar-alkhaleej.com/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(*front_page("https://www.akhbar-alkhaleej.com/"),),
)
