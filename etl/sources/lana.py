"""Libyan News Agency (LANA)."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="lana",
    name_ar="وكالة الأنباء الليبية",
    name_en="Libyan News Agency (LANA)",
    country_code="LY",
    timezone="Africa/Tripoli",
    home_url="https://lana.gov.ly/",
    owner_kind=OwnerKind.STATE,
    discovery=(*front_page("https://lana.gov.ly/"),),
    # Numbers of its posts, February to May 2026: 70 a day in Arabic and English.
    expected_per_day=(15, 140),
    deny=(r"[?&]lang=(?!ar)",),
)
