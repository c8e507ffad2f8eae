"""Emirates News Agency (WAM)."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="wam",
    name_ar="وكالة أنباء الإمارات",
    name_en="Emirates News Agency (WAM)",
    country_code="AE",
    timezone="Asia/Dubai",
    home_url="https://www.wam.ae/ar",
    owner_kind=OwnerKind.STATE,
    discovery=(*front_page("https://www.wam.ae/ar"),),
    deny=(r"wam\.ae/(?:en|fr|es|ru|zh|he|hi|ur|fa|de|it|pt|tr)/",),
)
