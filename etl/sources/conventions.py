"""What a site family's convention says of where to look. Constants from an address; nothing is fetched."""

from urllib.parse import urlsplit

from etl.model import Discovery, Feed, Listing, RobotsSitemaps, WordPressRest


def _root(home_url: str) -> str:
    parts = urlsplit(home_url)
    return f"{parts.scheme}://{parts.netloc}/"


def wordpress(home_url: str) -> tuple[Discovery, ...]:
    """Return where WordPress keeps its feed, its REST interface and, in robots.txt, its sitemaps.

    `home_url` ends with a slash; with a path, as /ar/ of a site in several languages, it has a feed of
    its own, while the REST interface is the whole site's: such a source says by `allow` what is its own.
    """
    return (
        Feed(url=f"{home_url}feed/", note="WordPress convention: /feed/"),
        WordPressRest(base_url=_root(home_url)),
        RobotsSitemaps(url=f"{_root(home_url)}robots.txt"),
    )


def front_page(home_url: str) -> tuple[Discovery, ...]:
    """Return what every site has, for one of which no feed is known: robots.txt and its front page."""
    return (
        RobotsSitemaps(url=f"{_root(home_url)}robots.txt"),
        Listing(url=home_url, note="the front page itself; no feed is known"),
    )
