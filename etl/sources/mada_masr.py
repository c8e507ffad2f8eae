"""Mada Masr."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="mada_masr",
    name_ar="مدى مصر",
    name_en="Mada Masr",
    country_code="EG",
    timezone="Africa/Cairo",
    home_url="https://www.madamasr.com/",
    owner_kind=OwnerKind.PRIVATE,
    layout="wordpress",
    discovery=(*front_page("https://www.madamasr.com/"),),
    allow=(r"madamasr\.com/(?:ar/|\d{4}/)",),
)
