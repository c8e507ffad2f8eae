"""UN News Arabic."""

from etl.model import Feed, OwnerKind, RobotsSitemaps, SourceSpec

SOURCE = SourceSpec(
    source_id="un_news_arabic",
    name_ar="أخبار الأمم المتحدة",
    name_en="UN News Arabic",
    timezone="America/New_York",
    home_url="https://news.un.org/ar/",
    owner_kind=OwnerKind.INTERNATIONAL,
    layout="drupal",
    discovery=(
        Feed(
            url="https://news.un.org/feed/subscribe/ar/news/all/rss.xml",
            note="reported as answering in public code of 2026",
        ),
        RobotsSitemaps(url="https://news.un.org/robots.txt"),
    ),
    allow=(r"news\.un\.org/(?:feed/view/)?ar/",),
)
