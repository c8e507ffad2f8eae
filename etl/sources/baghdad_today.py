"""Baghdad Today."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="baghdad_today",
    name_ar="بغداد اليوم",
    name_en="Baghdad Today",
    country_code="IQ",
    timezone="Asia/Baghdad",
    home_url="https://baghdadtoday.news/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(*front_page("https://baghdadtoday.news/"),),
)
