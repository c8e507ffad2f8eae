"""Rai al-Youm."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import wordpress

SOURCE = SourceSpec(
    source_id="raialyoum",
    name_ar="رأي اليوم",
    name_en="Rai al-Youm",
    country_code="GB",
    timezone="Europe/London",
    home_url="https://www.raialyoum.com/",
    owner_kind=OwnerKind.INTERNATIONAL,
    layout="wordpress",
    discovery=(*wordpress("https://www.raialyoum.com/"),),
)
