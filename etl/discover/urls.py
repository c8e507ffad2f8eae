"""An address to its canonical form: one article, one key. Pure, idempotent.

The key is made to be equal, not to be fetched: it is https, has no www. or m., no tracking
parameters, no AMP form and one spelling of every letter, so that raw Arabic, %D8%A7, %d8%a7,
decomposed letters and an escape that was escaped again are one key. What a server may tell apart is
kept apart: case in the path, Persian ی and Arabic ي, the order of path segments, `index.php?p=7`.
Fetch the address as it was found.
"""

import re
from unicodedata import normalize
from urllib.parse import SplitResult, urlsplit

from etl.discover.escapes import escape, unescape
from etl.discover.faults import AddressError
from etl.model import SourceSpec

_TRACKING = frozenset(
    (
        "fbclid", "gclid", "gclsrc", "dclid", "wbraid", "gbraid", "msclkid", "yclid", "ysclid", "twclid", "ttclid",
        "igshid", "igsh", "mc_cid", "mc_eid", "_ga", "_gl", "_hsenc", "_hsmi", "mkt_tok", "ref_src", "ref_url",
        "__twitter_impression", "fb_comment_id", "fb_action_ids", "fb_action_types", "fb_source", "fb_ref", "fbref",
        "fref", "cmpid", "ocid", "xtor", "maca", "traffic_source", "wt_mc", "replytocom", "share", "nb", "noamp",
        "amp_js_v", "amp_gsa", "usqp", "ampcf", "phpsessid", "vero_id", "s_kwcid", "spm", "tracking_source",
    )
)  # fmt: skip
"""Parameters of advertisers, networks and shares, in lower case: BBC at_*, France 24 xtor, DW maca, Al Jazeera
traffic_source; the rest from the parameter lists of the Firefox query stripper and of ClearURLs."""
_TRACKING_STARTS = ("utm_", "at_", "hsa_", "pk_", "mtm_", "matomo_", "ns_", "itm_")
_AMP_VALUES = frozenset(("", "1", "true", "yes"))
_SERVING_LABELS = frozenset(("www", "m", "mobile", "amp", "wap"))
_DEFAULT_PORTS = {"http": 80, "https": 443}
_INDEX = re.compile(r"/(?:index\.(?:html?|php)|default\.aspx?)$", re.IGNORECASE)
_AMP_END = re.compile(r"/amp$|\.amp(?=\.html?$|$)", re.IGNORECASE)
_AMP_START = re.compile(r"^/amp(?=/[^/]+/)", re.IGNORECASE)
_DOTTED = re.compile(r"/\.{1,2}(?:/|$)")
_SLASHES = re.compile(r"/{2,}")
_SESSION = re.compile(r";jsessionid=[^/;?]*", re.IGNORECASE)
_GOOGLE_AMP = re.compile(r"^https?://(?:www\.)?google\.[a-z.]+/amp/(s/)?(?P<rest>.+)$", re.IGNORECASE)
_AMP_CACHE = re.compile(r"^https?://[^/]+\.cdn\.ampproject\.org/[a-z]/(s/)?(?P<rest>.+)$", re.IGNORECASE)
# Most addresses of a sitemap are their own canonical form, which one match tells: no escape, no dot, no
# parameter, no slash at the end, no label that _site takes away.
_ALREADY = re.compile(
    r"https://(?!(?:www|m|mobile|amp|wap)\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/(?!amp(?:/|$))[A-Za-z0-9_~-]+)+",
    re.ASCII,
)
_MIN_LABELS = 2
_MAX_LENGTH = 8_192


def _split(url: str) -> SplitResult:
    """Split an address of the web. Raises AddressError for anything else."""
    text = url.strip()
    for wrapped in (_GOOGLE_AMP, _AMP_CACHE):
        inner = wrapped.match(text)
        if inner:
            text = f"https://{inner['rest']}"
    if len(text) > _MAX_LENGTH:
        msg = f"{text[:80]}…: an address of {len(text)} characters; {_MAX_LENGTH} are the most"
        raise AddressError(msg)
    try:
        parts = urlsplit(text)
        found = bool(parts.hostname) and parts.port != -1
    except ValueError as error:
        msg = f"{text[:200]!r}: no address ({error})"
        raise AddressError(msg) from error
    if not found or parts.scheme not in _DEFAULT_PORTS:
        msg = f"{text[:200]!r}: no address of a web page; it needs http:// or https:// and a host"
        raise AddressError(msg)
    return parts


def _ascii_host(name: str) -> str:
    """Return a host in the letters of DNS, lower case."""
    if name.isascii():
        return name.lower()
    try:
        return normalize("NFC", name).encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        msg = f"{name[:80]!r}: no host name ({error})"
        raise AddressError(msg) from error


def host_of(url: str) -> str:
    """Return the host by which an outlet is known: lower case, without www., m., mobile., amp.

    Raises AddressError for what is no address of a web page.
    """
    return _site(_ascii_host((_split(url).hostname or "").rstrip(".")))


def _site(host: str) -> str:
    labels = host.split(".")
    while len(labels) > _MIN_LABELS and labels[0] in _SERVING_LABELS:
        labels = labels[1:]
    return ".".join(labels)


def _authority(parts: SplitResult) -> str:
    host = _site(_ascii_host((parts.hostname or "").rstrip(".")))
    if not host:
        msg = f"{parts.geturl()[:200]!r}: no host"
        raise AddressError(msg)
    if ":" in host:
        host = f"[{host}]"
    port = parts.port
    return host if port is None or port in _DEFAULT_PORTS.values() else f"{host}:{port}"


def _resolved(path: str) -> str:
    """Take . and .. out of a path."""
    kept: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            kept = kept[:-1] or [""]
        elif segment != ".":
            kept.append(segment)
    return "/".join(kept)


def _page_path(path: str, *, has_query: bool) -> str:
    """Bring a path to one form: one slash, no dots, no AMP, no index file, no slash at the end."""
    path = _SLASHES.sub("/", _SESSION.sub("", path))
    if _DOTTED.search(path):
        path = _SLASHES.sub("/", _resolved(path))
    before = None
    # Each may bare another: /amp/index.html, /amp/2026/amp/.
    while before != path:
        before = path
        path = _AMP_END.sub("", _AMP_START.sub("", path.rstrip("/")))
        path = path if has_query else _INDEX.sub("", path)
    return path


def _is_noise(name: str, value: str) -> bool:
    name = name.lower()
    if name in _TRACKING or name.startswith(_TRACKING_STARTS):
        return True
    if name == "amp":
        return value.lower() in _AMP_VALUES
    return name in {"outputtype", "output"} and value.lower() == "amp"


def _query(query: str) -> str:
    """Return the parameters that choose a page, sorted, each in one spelling."""
    pairs = []
    for part in query.split("&"):
        name, mark, value = part.partition("=")
        name, value = (escape(unescape(each.replace("+", " ")), "query") for each in (name, value))
        if (name or mark) and not _is_noise(name, value):
            pairs.append((name, value))
    return "&".join(f"{name}={value}" if value else name for name, value in sorted(pairs))


def canonical(url: str) -> str:
    """Return the one form of an address that all its spellings share: the identity of an article.

    Raises AddressError for what is no address of a web page.

    >>> canonical("http://m.example.com/2026/%d8%ae%d8%a8%d8%b1/?utm_source=x&p=7#top")
    'https://example.com/2026/%D8%AE%D8%A8%D8%B1?p=7'
    >>> canonical("https://www.example.com:443/2026/خبر/amp/") == canonical("https://example.com/2026/خبر")
    True
    """
    if _ALREADY.fullmatch(url) and len(url) <= _MAX_LENGTH and "/amp" not in url.lower():
        return url
    parts = _split(url)
    query = _query(parts.query) if parts.query else ""
    path = escape(_page_path(unescape(parts.path), has_query=bool(query)), "path")
    return f"https://{_authority(parts)}{path or '/'}{'?' + query if query else ''}"


def readable(url: str) -> str:
    """Return an address with its letters written out, for patterns and for people."""
    return unescape(url)


def is_wanted(url: str, spec: SourceSpec) -> bool:
    """Whether an address is one of the source's articles by its `allow` and `deny` patterns."""
    text = readable(url)
    if any(re.search(pattern, text) for pattern in spec.deny):
        return False
    return not spec.allow or any(re.search(pattern, text) for pattern in spec.allow)
