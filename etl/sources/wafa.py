"""WAFA."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="wafa",
    name_ar="وكالة وفا",
    name_en="WAFA",
    country_code="PS",
    timezone="Asia/Hebron",
    home_url="https://www.wafa.ps/",
    owner_kind=OwnerKind.STATE,
    discovery=(*front_page("https://www.wafa.ps/"),),
)
