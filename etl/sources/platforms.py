"""Layouts that site families share, as data: where a story stands on their pages, and what to cut.

A layout is tried where one of its marks is in the page's source. Its selectors are a witness that
is checked: a body it points at must hold most of the page's running text, or the structural
reading decides alone, so that a theme's next version costs exactness and not the article.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """CSS selectors of one site or family; tried in order, the first that matches counts.

    `marks` are strings of the page's source, any of which shows the family; none means always.
    `since` and `until` bound the days on which pages of this make were fetched, both inclusive.
    """

    name: str
    marks: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


_ANY_WORDPRESS = (
    ".sharedaddy",
    ".jp-relatedposts",
    ".yarpp",
    ".addtoany_share_save_container",
    ".wp-block-buttons",
    ".post-views",
)

PLATFORMS = (
    Layout(
        name="jnews",
        marks=("jeg_post_title", "jnews_"),
        body=(".jeg_inner_content .content-inner", ".content-inner"),
        drop=(
            ".jnews_inline_related_post",
            ".jnews_inline_related_post_wrapper",
            ".jeg_post_tags",
            ".jeg_ad",
            ".jeg_share_button",
            ".jnews_author_box_container",
            ".jeg_pagelinks",
            *_ANY_WORDPRESS,
        ),
        lead=(".jeg_post_subtitle",),
        title=("h1.jeg_post_title",),
    ),
    Layout(
        name="tagdiv-newspaper",
        marks=("td-post-content", "tdb_single_content", "tagdiv"),
        body=(".td-post-content", ".tdb_single_content .tdb-block-inner"),
        drop=(
            ".td-a-rec",
            ".td-adspot-title",
            ".td_block_related_posts",
            ".td-post-sharing",
            ".td-post-source-tags",
            ".tdb-related",
            ".td-smart-list-dropdown-wrap",
            *_ANY_WORDPRESS,
        ),
        lead=(".td-post-sub-title", ".tdb-single-subtitle"),
        title=("h1.entry-title", "h1.tdb-title-text"),
    ),
    Layout(
        name="jannah-tielabs",
        marks=("tie-container", "jannah", "sahifa", "tielabs"),
        body=("#the-post .entry-content", ".entry-content.entry", ".entry"),
        drop=(
            "#inline-related-post",
            ".inline-related-posts",
            ".stream-item",
            ".post-bottom-meta",
            ".post-shortlink",
            ".share-post",
            ".post-tag",
            "#related_posts",
            ".e3lan",
            ".tie-insta",
            ".post-components",
            *_ANY_WORDPRESS,
        ),
        lead=(".entry-sub-title",),
        title=("h1.post-title", "h1.name.post-title"),
    ),
    Layout(
        name="wordpress-block-theme",
        marks=("wp-block-post-content",),
        body=(".wp-block-post-content",),
        drop=(
            ".wp-block-latest-posts",
            ".wp-block-query",
            ".wp-block-post-terms",
            ".wp-block-embed",
            ".wp-block-search",
            *_ANY_WORDPRESS,
        ),
        lead=(".wp-block-post-excerpt",),
        title=("h1.wp-block-post-title", ".wp-block-post-title"),
    ),
    Layout(
        name="wordpress-classic",
        marks=("/wp-content/", "/wp-includes/"),
        body=(".entry-content", ".post-content", ".single-content", ".the-content"),
        drop=(
            ".entry-meta",
            ".post-tags",
            ".post-navigation",
            ".navigation",
            "#comments",
            ".wp-caption-text",
            *_ANY_WORDPRESS,
        ),
        title=("h1.entry-title", "h1.post-title"),
    ),
    Layout(
        name="arabs-today",
        marks=(
            "arabstoday.net",
            "almaghribtoday.net",
            "egypttoday.net",
            "palestinetoday.net",
            "lebanontoday.net",
            "omantoday.net",
            "syriatoday.net",
        ),
        body=(
            ".article-body",
            "[itemprop=articleBody]",
            ".entry-content",
            ".details-content",
            "#article_body",
        ),
        drop=(".also-read", ".read-also", ".related-news", ".article-tools", ".tags", ".source-tools"),
        lead=(".article-summary", ".sub-title"),
    ),
    Layout(
        name="drupal",
        marks=("field-name-body", "field--name-body", "Drupal.settings", "drupal-settings-json"),
        body=(".field-name-body", ".field--name-body", ".node__content .text-formatted"),
        drop=(
            ".field-name-field-tags",
            ".field--name-field-tags",
            "ul.links.inline",
            ".sharethis-buttons",
            ".field-name-field-related",
            ".views-element-container",
        ),
        lead=(
            ".field-name-field-op-subtitle",
            ".field--name-field-subtitle",
            ".field-name-field-chapo",
            ".field-name-field-lead",
        ),
        title=("h1#page-title", "h1.page-header", "h1.page-title"),
    ),
    Layout(
        name="joomla",
        marks=("com_content", "itemFullText", "/media/jui/", "com-content-article"),
        body=(
            ".com-content-article__body",
            ".item-page [itemprop=articleBody]",
            ".itemFullText",
            ".itemBody",
            ".articleBody",
            ".article-content",
        ),
        drop=(
            ".itemRelated",
            ".itemNavigation",
            ".itemSocialSharing",
            ".pager",
            ".pagenav",
            ".tags",
            ".itemTagsBlock",
            ".article-info",
        ),
        lead=(".itemIntroText",),
        title=(".item-page h1", ".itemTitle", ".item-page h2[itemprop=headline]"),
    ),
    Layout(
        name="blogger",
        marks=("blogger.com", "blogblog.com", "post-body"),
        body=(".post-body.entry-content", ".post-body"),
        drop=(".post-footer", ".post-share-buttons", ".related-posts", "#related-posts", ".post-labels"),
        title=("h1.post-title", "h3.post-title", "h2.post-title"),
    ),
    Layout(
        name="arc-xp",
        marks=("fusion-app", "Fusion.globalContent", "arc-cdn"),
        body=(".b-article-body", ".article-body-wrapper", "[class*=article-body]", "section.article-body"),
        drop=(".b-interstitial", ".arcad-feature", ".b-subscribe", ".interstitial-link", ".c-newsletter"),
        lead=(".b-subheadline", ".subheadline", "h2.sub-headline"),
        title=("h1.b-headline", "h1.headline"),
    ),
    Layout(
        name="bbc",
        marks=("story-body__inner", "bbc_news_arabic", "/arabic/", "bbci.co.uk"),
        body=(".story-body__inner", ".story-body", ".g-story-body", "main[role=main]"),
        drop=(
            ".story-more",
            ".media-caption",
            ".story-body__list",
            ".share",
            ".component",
            "section[role=region]",
            "[data-e2e=related-content-heading]",
        ),
        title=("h1.story-body__h1", "h1.story-header", "h1#content"),
    ),
    Layout(
        name="microdata",
        marks=(
            'itemprop="articleBody"',
            "itemprop='articleBody'",
            "itemprop=articleBody",
            'property="articleBody"',
        ),
        body=("[itemprop=articleBody]", "[property=articleBody]"),
        title=("h1[itemprop=headline]", "[itemprop=headline]"),
    ),
)
"""In the order of trust: a theme's own names before those of the system it runs on."""

_BY_NAME = {layout.name: layout for layout in PLATFORMS}
_WORDPRESS = ("jnews", "tagdiv-newspaper", "jannah-tielabs", "wordpress-block-theme", "wordpress-classic")
_FAMILIES = {
    "arabs_today": ("arabs-today",),
    "arcxp": ("arc-xp",),
    "bbc": ("bbc",),
    "blogger": ("blogger",),
    "drupal": ("drupal",),
    "jannah": ("jannah-tielabs",),
    "jnews": ("jnews",),
    "joomla": ("joomla",),
    "microdata": ("microdata",),
    "tagdiv": ("tagdiv-newspaper",),
    "wordpress": _WORDPRESS,
}


def family(name: str | None) -> tuple[Layout, ...]:
    """Return the layouts of a `SourceSpec.layout`, in the order of trust; none for None.

    Raises KeyError for a family that is not declared here: a misspelt one would silently do nothing.
    """
    return () if name is None else tuple(_BY_NAME[each] for each in _FAMILIES[name])
