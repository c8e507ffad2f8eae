"""Al Shorouk (Egypt)."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="shorouk",
    name_ar="الشروق",
    name_en="Al Shorouk (Egypt)",
    country_code="EG",
    timezone="Africa/Cairo",
    home_url="https://www.shorouknews.com/",
    owner_kind=OwnerKind.PRIVATE,
    discovery=(*front_page("https://www.shorouknews.com/"),),
)
