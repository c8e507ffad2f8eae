"""Emarat Al Youm."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="emarat_alyoum",
    name_ar="الإمارات اليوم",
    name_en="Emarat Al Youm",
    country_code="AE",
    timezone="Asia/Dubai",
    home_url="https://www.emaratalyoum.com/",
    owner_kind=OwnerKind.STATE,
    discovery=(*front_page("https://www.emaratalyoum.com/"),),
)
