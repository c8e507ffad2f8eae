"""Palestinian Information Center."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import wordpress

SOURCE = SourceSpec(
    source_id="palinfo",
    name_ar="المركز الفلسطيني للإعلام",
    name_en="Palestinian Information Center",
    country_code="PS",
    timezone="Asia/Hebron",
    home_url="https://palinfo.com/",
    owner_kind=OwnerKind.PARTY,
    layout="wordpress",
    discovery=(*wordpress("https://palinfo.com/"),),
)
