"""Vatican News Arabic."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="vatican_news_arabic",
    name_ar="فاتيكان نيوز",
    name_en="Vatican News Arabic",
    country_code="VA",
    timezone="Europe/Rome",
    home_url="https://www.vaticannews.va/ar.html",
    owner_kind=OwnerKind.STATE,
    discovery=(
        Feed(
            url="https://www.vaticannews.va/ar.rss.xml", note="pattern of the publisher's feeds: /xx.rss.xml"
        ),
        RobotsSitemaps(url="https://www.vaticannews.va/robots.txt"),
    ),
    allow=(r"vaticannews\.va/ar/",),
)
