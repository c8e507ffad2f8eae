"""Almaghrib Today."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="almaghrib_today",
    name_ar="المغرب اليوم",
    name_en="Almaghrib Today",
    country_code="MA",
    timezone="Africa/Casablanca",
    home_url="https://www.almaghribtoday.net/",
    owner_kind=OwnerKind.PRIVATE,
    layout="arabs_today",
    discovery=(*front_page("https://www.almaghribtoday.net/"),),
)
