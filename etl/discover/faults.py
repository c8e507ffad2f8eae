"""What can be wrong with an answer to discovery: one class a cause, so that a caller can count them."""


class DiscoveryError(ValueError):
    """An answer that holds no entries because it is not what it should be."""


class NotAFeedError(DiscoveryError):
    """Neither RSS, Atom nor JSON feed: mostly a page that says so in HTML with status 200."""


class NotASitemapError(DiscoveryError):
    """Neither a sitemap nor an index of sitemaps."""


class NotPostsError(DiscoveryError):
    """Not a list of WordPress posts."""


class RestClosedError(NotPostsError):
    """The site has its REST interface switched off or behind a login."""


class PastTheEndError(NotPostsError):
    """A page beyond the last one was asked for: there is no more."""


class BombError(DiscoveryError):
    """An answer built to exhaust memory: entity declarations, or far more bytes than it may have."""


class AddressError(ValueError):
    """No address of a web page: another scheme, no host, or not parsable."""
