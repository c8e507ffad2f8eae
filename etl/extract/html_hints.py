"""Names that markup gives its parts (tag, class, id, itemprop, role) to hints. Pure.

Site builders name things in a small common vocabulary: `related-posts`, `entry-content`,
`share-buttons`. A name is cut into words (hyphens, underscores, camel case) and each word looked
up; a hint is a bit, so that hints of an element and its ancestors join by `|`. A hint is a
witness, not a verdict: a wrapper called `page-with-sidebar` holds the article all the same.
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

from etl.extract.tree import HEADINGS


class Hint:
    """What a name says of an element, as bits of an int: enum flags cost a tenth of a page's time."""

    NONE: Final = 0
    NAV: Final = 1 << 0
    COMMENTS: Final = 1 << 1
    RELATED: Final = 1 << 2
    SHARE: Final = 1 << 3
    ADVERT: Final = 1 << 4
    META: Final = 1 << 5
    CAPTION: Final = 1 << 6
    TAGS: Final = 1 << 7
    SIDEBAR: Final = 1 << 8
    FOOTER: Final = 1 << 9
    HIDDEN: Final = 1 << 10
    FORM: Final = 1 << 11
    HEADER: Final = 1 << 12
    CARD: Final = 1 << 13
    BODY: Final = 1 << 14
    LEAD: Final = 1 << 15
    AUTHOR_BOX: Final = 1 << 16
    FIGURE: Final = 1 << 17
    ARTICLE: Final = 1 << 18
    HEADLINE: Final = 1 << 19
    EMBED: Final = 1 << 20
    PAYWALL: Final = 1 << 21
    LAYOUT: Final = 1 << 22
    SECTION: Final = 1 << 23
    AUTHOR: Final = 1 << 24


# Text under any of these is no part of a body.
OUTSIDE = (
    Hint.NAV
    | Hint.COMMENTS
    | Hint.RELATED
    | Hint.SHARE
    | Hint.ADVERT
    | Hint.META
    | Hint.CAPTION
    | Hint.TAGS
    | Hint.SIDEBAR
    | Hint.FOOTER
    | Hint.HIDDEN
    | Hint.FORM
    | Hint.CARD
    | Hint.AUTHOR_BOX
    | Hint.EMBED
    | Hint.LAYOUT
)

TAG_HINTS = {
    "nav": Hint.NAV,
    "menu": Hint.NAV,
    "footer": Hint.FOOTER,
    "aside": Hint.SIDEBAR,
    "figcaption": Hint.CAPTION,
    "caption": Hint.NONE,
    "figure": Hint.FIGURE,
    "form": Hint.FORM,
    "dialog": Hint.ADVERT,
    "address": Hint.META,
    "article": Hint.ARTICLE,
    "header": Hint.HEADER,
    "amp-ad": Hint.ADVERT,
    "amp-sidebar": Hint.NAV,
}
_ROLES = {
    "navigation": Hint.NAV,
    "contentinfo": Hint.FOOTER,
    "complementary": Hint.SIDEBAR,
    "search": Hint.FORM,
    "dialog": Hint.ADVERT,
    "alertdialog": Hint.ADVERT,
    "menu": Hint.NAV,
    "menubar": Hint.NAV,
    "tooltip": Hint.HIDDEN,
}
_ITEMPROPS = {
    "articlebody": Hint.BODY,
    "text": Hint.NONE,
    "author": Hint.META,
    "datepublished": Hint.META,
    "datemodified": Hint.META,
    "publisher": Hint.META,
    "caption": Hint.CAPTION,
    "copyrightholder": Hint.CAPTION,
    "keywords": Hint.TAGS,
    "comment": Hint.COMMENTS,
    "headline": Hint.HEADLINE,
    "alternativeheadline": Hint.LEAD,
    "interactionstatistic": Hint.META,
    "breadcrumb": Hint.NAV,
}

_WORDS: dict[int, str] = {
    Hint.NAV: """nav navbar navi navigation navigazione menu menus submenu megamenu breadcrumb breadcrumbs crumb crumbs
        breadcrumbtrail pagination pager paging paginator topbar toolbar skiplink skiplinks pathway sitemap offcanvas
        burger ariane rootline brotkrumen brotkrume postnav blaettern""",
    Hint.COMMENTS: """comment comments commentlist commentarea commentform commentbox disqus respond reply replies discussion
        kommentar kommentare comentarios commentaires komentarze livefyre fbcomments wpdiscuz leserkommentare trackbacks pings
        pingback pingbacks trackback guestbook""",
    Hint.RELATED: """related recommended recommendation recommendations recommend recirc recirculation popular trending mostread
        mostviewed latest teaser teasers similar readalso readmore seealso ticker outbrain taboola zergnet verwandt crp
        suggested suggestions relacionadas relacionados morenews othernews yarpp relatedposts upnext nextarticle prevnext
        editorspicks mgid hot newsticker carousel swiper owl slick relatedarticles relatednews relatedstories
        mostpopular morefrom linkbox weiterlesen moreon bestof connatix revcontent""",
    Hint.SHARE: """share shares sharing sharebar sharebox sharebuttons sharetools sharethis social socials socialmedia addthis
        addtoany sharedaddy shariff socialshare follow followus shared whatsapp facebook twitter bookmark bookmarks
        sociable a2a ssba heateor teilen likes rating ratings vote voting bewertung utility actions tools""",
    Hint.ADVERT: """ad ads adv advert adverts advertising advertisement advertisements adsense adsbygoogle adbox adslot adunit
        adcontainer adwrapper onetrust didomi cookiebot usercentrics cookieyes iubenda truste banner banners sponsor sponsored sponsors dfp gpt googlead googleads werbung anzeige anzeigen
        publicidad publicite pubblicita promo promos promotion newsletter newsletters subscribe subscription subscribebox
        signup cookie cookies cookiebar gdpr consent modal popup lightbox overlay donate donation
        appstore mailchimp mailpoet optin notification notifications toast offer affiliate cta pushnotification""",
    Hint.META: """byline bylines dateline timestamp postmeta entrymeta articlemeta meta metadata infos postinfo published pubdate
        date datetime dateposted postdate entrydate posted submitted views viewcount readtime readingtime
        updated lastupdated""",
    Hint.CAPTION: """caption captions figcaption imgcaption imagecaption photocaption credit credits legende bildunterschrift
        bildtext imagecredit photocredit copyright copyrights piefoto didascalia imgcap piccap gallery galleries
        slideshow photoalbum""",
    Hint.FIGURE: """image images img imgs imagewrap photo photos picture thumbnail thumb imagebox mainimage
        featuredimage""",
    Hint.TAGS: """tags tagcloud keywords taglist tagslist posttags taglinks tagged schlagworte etiquetas topics hashtags""",
    Hint.SIDEBAR: """sidebar sidebars sidebox widget widgets rail aside marginalia rightcol rightcolumn leftcol leftcolumn
        sidecolumn seitenleiste widgettitle""",
    Hint.FOOTER: "footer foot colophon fusszeile impressum legal disclaimer siteinfo pagefooter sitefooter footnav",
    Hint.FORM: "searchform searchbox loginform contactform login registration poll polls quiz wpcf7 formular",
    Hint.HEADER: "header masthead logo branding pageheader siteheader",
    Hint.AUTHOR_BOX: "authorbox authorbio aboutauthor authorinfo bio biography authordescription vcard",
    Hint.LEAD: """lead lede subtitle standfirst excerpt summary intro dek deck chapo chapeau subheadline subheading subhead
        vorspann sommario copete bajada entradilla leadtext""",
    Hint.BODY: """articlebody storybody articletext articlecontent entrycontent postcontent postbody newsbody newstext
        newscontent storycontent bodytext maincontent fulltext storytext articledetail articledetails
        contentbody textbody newsdetails newsdetail bodycontent""",
    Hint.EMBED: "instagram tiktok",
    Hint.SECTION: "cat cats category categories catname rubrique rubric overline kicker categoryname sectionname",
    Hint.AUTHOR: "author authors writer auteur reporter journalist authorname writername",
    Hint.PAYWALL: "paywall piano subscriberonly premiumcontent",
}
_WORD_HINTS = {word: hint for hint, words in _WORDS.items() for word in words.split()}
# Two words in a row that mean what neither means alone.
_PAIRS: dict[int, str] = {
    Hint.BODY: """article-body article-content article-text article-detail article-details post-content post-body post-text
        entry-content entry-body story-body story-content story-text news-body news-content news-text news-details
        news-detail body-text body-content content-body content-inner text-content single-content details-content
        main-text full-text field-body name-body article-main story-details""",
    Hint.AUTHOR_BOX: "author-box author-bio about-author author-info author-description author-profile author-card",
    Hint.RELATED: """most-read most-viewed most-popular read-more read-also see-also more-stories more-news more-articles
        you-may also-like also-read recent-posts latest-news latest-posts next-post prev-post next-article post-navigation
        up-next read-next inline-story inline-link linked-articles link-box linked-news other-news editor-picks
        editors-picks post-nav nav-links related-news top-stories more-from more-on post-list""",
    Hint.META: """post-date entry-date article-date publish-date published-date pub-date date-time post-time post-meta
        entry-meta article-meta author-name author-date article-info post-info article-author post-author story-author
        meta-data news-date date-published date-publish entry-author posted-on entry-info""",
    Hint.CAPTION: "image-description photo-credit image-source caption-text image-title photo-title img-desc",
    Hint.LEAD: "sub-title sub-headline sub-heading article-summary post-excerpt article-lead article-intro",
    Hint.SECTION: "section-name section-title category-name cat-name post-cat post-category article-section news-category",
    Hint.TAGS: "tag-links tag-list tag-cloud post-tag post-tags article-tags article-tag entry-tags news-tags cat-links",
    Hint.FORM: "search-form search-box login-form contact-form",
    Hint.SHARE: "article-tools post-tools font-size text-size like-button",
    Hint.ADVERT: "app-download download-app google-news sign-up call-to",
    Hint.HEADLINE: "entry-title post-title article-title story-title news-title article-headline single-title page-title",
}
_PAIR_HINTS = {tuple(pair.split("-")): hint for hint, pairs in _PAIRS.items() for pair in pairs.split()}
# Class words that speak of a state, a taxonomy term or a layout variant, not of the part itself.
_SILENT_PREFIXES = ("has-", "no-", "with-", "without-", "is-", "tag-", "category-", "cat-", "status-", "format-", "type-",
                    "not-", "wp-image", "single-", "page-id", "postid", "author-archive", "elementor-element-",
                    "td-post-sidebar", "js-", "comments-open", "comments-closed")  # fmt: skip
_HIDDEN_WORDS = frozenset(
    ("hidden", "hide", "sr-only", "screen-reader-text", "visually-hidden", "visuallyhidden", "d-none", "invisible",
     "element-invisible", "screen-reader", "screenreader", "hidden-text", "u-hidden", "is-hidden", "offscreen",
     "assistive-text", "print-only", "printonly", "visible-print", "display-none")
)  # fmt: skip
_SHOWN_AGAIN = re.compile(
    r"(?:sm|md|lg|xl)[:-](?:block|flex|inline|grid)|d-(?:sm|md|lg|xl)-|hidden-(?:xs|sm)"
)
_EMBEDS = frozenset(("instagram-media", "tiktok-embed", "fb-post", "fb-video", "twitter-follow-button"))
_INVISIBLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[a-z]+")
_LONG_NAME = 600
_KNOWN_AT_MOST = 50_000
_STAND_INS = ("placeholder", "fallback")
# Attributes that `attribute_hints` reads.
HINTING = frozenset(("itemprop", "role", "hidden", "style", "placeholder", "fallback"))


@lru_cache(maxsize=50_000)
def name_hints(name: str) -> int:
    """Return the hints of a class attribute and an id, joined by a space, as bits."""
    found = 0
    for part in name[:_LONG_NAME].split():
        lowered = part.lower()
        if lowered in _HIDDEN_WORDS and not _SHOWN_AGAIN.search(name):
            found |= Hint.HIDDEN
        elif lowered in _EMBEDS:
            found |= Hint.EMBED
        elif not lowered.startswith(_SILENT_PREFIXES):
            found |= _part_hints(part)
    return found


def _part_hints(part: str) -> int:
    words = _WORD.findall(_CAMEL.sub("-", part).lower())
    if words and words[0] == "elementor":
        # Elementor calls every part of a page a widget.
        words = [word for word in words[1:] if word != "widget"]
    found = 0
    for word in words:
        found |= _WORD_HINTS.get(word, 0)
    if len(words) > 1:
        found |= _WORD_HINTS.get("".join(words), 0)
        for pair in pairwise(words):
            found |= _PAIR_HINTS.get(pair, 0)
    return found


class _Traits(dict[tuple[str, str | None, str | None], tuple[str, int, str, str]]):
    """What is known by tag, class and id; it is asked for each element, at half the price of `lru_cache`."""

    def __missing__(self, key: tuple[str, str | None, str | None]) -> tuple[str, int, str, str]:
        tag, names, identity = key
        name = f"{names or ''} {identity}" if identity else names or ""
        own = TAG_HINTS.get(tag, 0) | (name_hints(name) if name and tag != "body" else 0)
        if len(self) >= _KNOWN_AT_MOST:
            self.clear()
        make = f"{tag}.{name.split(' ', 1)[0]}"
        found = self[key] = name, own, tag if tag in HEADINGS else "", make
        return found


TRAITS = _Traits()
"""An element's name (class, then id), the hints of its tag and its name, its tag if a heading's, and its make:
the tag and the first name."""


def attribute_hints(attributes: dict[str, str | None]) -> int:
    """Return the hints of itemprop, role, hidden, style, and of what AMP shows until or unless a part is loaded."""
    found = 0
    for name, value in attributes.items():
        if name == "style":
            if value and _INVISIBLE.search(value):
                found |= Hint.HIDDEN
        elif name == "itemprop":
            for word in (value or "").lower().split():
                found |= _ITEMPROPS.get(word, 0)
        elif name == "role":
            found |= _ROLES.get((value or "").lower(), 0)
        elif (name == "hidden" and value != "until-found") or name in _STAND_INS:
            found |= Hint.HIDDEN
    return found


def hint_name(hints: int) -> str:
    """Return the name of the first hint that is set, in lower case, for a rule's id."""
    return next((name.lower() for name, bit in _NAMES.items() if hints & bit), "none")


_NAMES = {name: bit for name, bit in vars(Hint).items() if isinstance(bit, int) and bit}
