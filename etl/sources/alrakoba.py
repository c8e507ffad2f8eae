"""Alrakoba."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import wordpress

SOURCE = SourceSpec(
    source_id="alrakoba",
    name_ar="الراكوبة",
    name_en="Alrakoba",
    country_code="SD",
    timezone="Africa/Khartoum",
    home_url="https://www.alrakoba.net/",
    owner_kind=OwnerKind.PRIVATE,
    layout="wordpress",
    discovery=(*wordpress("https://www.alrakoba.net/"),),
)
