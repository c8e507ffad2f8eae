"""Monte Carlo Doualiya."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="mc_doualiya",
    name_ar="مونت كارلو الدولية",
    name_en="Monte Carlo Doualiya",
    country_code="FR",
    timezone="Europe/Paris",
    home_url="https://www.mc-doualiya.com/",
    owner_kind=OwnerKind.INTERNATIONAL,
    layout="microdata",
    discovery=(*front_page("https://www.mc-doualiya.com/"),),
)
