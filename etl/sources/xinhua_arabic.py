"""Xinhua Arabic."""

from etl.model import OwnerKind, SourceSpec
from etl.sources.conventions import front_page

SOURCE = SourceSpec(
    source_id="xinhua_arabic",
    name_ar="شينخوا",
    name_en="Xinhua Arabic",
    country_code="CN",
    timezone="Asia/Shanghai",
    home_url="https://arabic.news.cn/",
    owner_kind=OwnerKind.STATE,
    discovery=(*front_page("https://arabic.news.cn/"),),
)
