"""The newsroom's outlets: each another family of sites, with the SourceSpec by which it is crawled."""

from collections.abc import Callable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from etl.model import (
    Discovery,
    Feed,
    Listing,
    Manners,
    OwnerKind,
    RobotsSitemaps,
    Sitemap,
    SourceSpec,
    WordPressRest,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One outlet. `path` is its articles' address; `reach` is how many days back a crawl can find all, None for all."""

    outlet_id: str
    name_ar: str
    name_en: str
    country_code: str
    zone: ZoneInfo
    path: str
    discovery: Callable[[str], tuple[Discovery, ...]]
    reach: int | None = None
    is_restless: bool = False

    def spec(self, root: str) -> SourceSpec:
        """Return the source as it is declared, for the address at which the outlet is served."""
        return SourceSpec(
            source_id=self.outlet_id,
            name_ar=self.name_ar,
            name_en=self.name_en,
            country_code=self.country_code,
            timezone=self.zone.key,
            home_url=f"{root}/",
            owner_kind=OwnerKind.PRIVATE,
            discovery=self.discovery(root),
            manners=Manners(min_delay_seconds=0.0),
        )


OUTLETS = (
    Outlet(
        outlet_id="difaf", name_ar="ضفاف برس", name_en="Difaf Press", country_code="MA", zone=ZoneInfo("Africa/Casablanca"),
        path="/{slug}/",
        discovery=lambda root: (Feed(url=f"{root}/feed/"), WordPressRest(base_url=f"{root}/"), RobotsSitemaps(url=f"{root}/robots.txt")),
    ),
    Outlet(
        outlet_id="yasmin", name_ar="الياسمين نيوز", name_en="Yasmin News (Jannah theme)", country_code="TN", zone=ZoneInfo("Africa/Tunis"),
        path="/{yyyy}/{mm}/{slug}.html", is_restless=True,
        discovery=lambda root: (Feed(url=f"{root}/feed"), WordPressRest(base_url=f"{root}/"), RobotsSitemaps(url=f"{root}/robots.txt")),
    ),
    Outlet(
        outlet_id="minbar", name_ar="منبر المدينة", name_en="Minbar (tagDiv Newspaper)", country_code="EG", zone=ZoneInfo("Africa/Cairo"),
        path="/{yyyy}/{mm}/{dd}/{slug}/",
        discovery=lambda root: (
            Feed(url=f"{root}/feed/"),
            Listing(url=f"{root}/{{yyyy}}/{{mm}}/{{dd}}/", page_url="{url}/page/{page}/", link_selector=".td-module-title a"),
        ),
    ),
    Outlet(
        outlet_id="sada", name_ar="صدى العاصمة", name_en="Sada (Drupal)", country_code="JO", zone=ZoneInfo("Asia/Amman"),
        path="/node/{number}",
        discovery=lambda root: (Feed(url=f"{root}/rss.xml"), Sitemap(url=f"{root}/sitemap.xml")),
    ),
    Outlet(
        outlet_id="marsa", name_ar="جريدة المرسى", name_en="Marsa (windows-1256)", country_code="LB", zone=ZoneInfo("Asia/Beirut"),
        path="/news.asp?id={number}",
        discovery=lambda root: (
            Listing(url=f"{root}/archive.asp?y={{yyyy}}&m={{m}}&d={{d}}", page_url="{url}&page={page}", link_pattern=r"news\.asp\?id=\d+$"),
        ),
    ),
    Outlet(
        outlet_id="barq", name_ar="برق", name_en="Barq (feed only)", country_code="KW", zone=ZoneInfo("Asia/Kuwait"),
        path="/n/{number}", reach=2,
        discovery=lambda root: (Feed(url=f"{root}/rss"),),
    ),
    Outlet(
        outlet_id="daftar", name_ar="دفتر الأخبار", name_en="Daftar (monthly sitemaps only)", country_code="AE", zone=ZoneInfo("Asia/Dubai"),
        path="/story/{number}/{slug}",
        discovery=lambda root: (Sitemap(url=f"{root}/sitemap.xml"),),
    ),
    Outlet(
        outlet_id="sijill", name_ar="السجل", name_en="Sijill (date archives with pages)", country_code="IQ", zone=ZoneInfo("Asia/Baghdad"),
        path="/article/{number}", is_restless=True,
        discovery=lambda root: (
            Listing(url=f"{root}/archive/{{yyyy}}/{{m}}/{{d}}", page_url="{url}?page={page}", link_selector="ul.days a.headline"),
        ),
    ),
    Outlet(
        outlet_id="noor", name_ar="نور", name_en="Noor (JavaScript, JSON-LD)", country_code="QA", zone=ZoneInfo("Asia/Qatar"),
        path="/ar/news/{number}-{slug}",
        discovery=lambda root: (
            Sitemap(url=f"{root}/sitemaps/news.xml", is_news=True),
            Sitemap(url=f"{root}/sitemaps/{{yyyy}}-{{mm}}-{{dd}}.xml"),
        ),
    ),
    Outlet(
        outlet_id="madar", name_ar="مدار", name_en="Madar (infinite scroll)", country_code="SD", zone=ZoneInfo("Africa/Khartoum"),
        path="/post/{number}/{slug}", reach=31,
        discovery=lambda root: (Listing(url=f"{root}/latest", page_url=f"{root}/more?page={{page}}", link_selector="article h3 a"),),
    ),
    Outlet(
        outlet_id="rabita", name_ar="الرابطة", name_en="Rabita (Joomla, undated sitemap, Atom)", country_code="MR", zone=ZoneInfo("Africa/Nouakchott"),
        path="/index.php/akhbar/{number}-{slug}",
        discovery=lambda root: (Feed(url=f"{root}/atom.xml"), Sitemap(url=f"{root}/sitemap-articles.xml.gz")),
    ),
    Outlet(
        outlet_id="wasl", name_ar="وصل", name_en="Wasl (broken RSS, AMP and tracking links)", country_code="OM", zone=ZoneInfo("Asia/Muscat"),
        path="/{yyyy}/{mm}/{dd}/{number}",
        discovery=lambda root: (
            Feed(url=f"{root}/rss.php"),
            Listing(url=f"{root}/{{yyyy}}/{{mm}}/{{dd}}", page_url="{url}?page={page}", link_pattern=r"/\d{4}/\d\d/\d\d/\d+"),
        ),
    ),
)  # fmt: skip
