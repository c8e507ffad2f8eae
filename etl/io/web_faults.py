"""How asking the web can fail: refused for good, or worth another try."""

from etl.model import DropReason


class TransientError(Exception):
    """A time-out, a 429, a 5xx, a broken transfer: nothing is known of the page, so it is asked again later.

    `retry_after` is how many seconds the server wants to be left alone, None where it did not say.
    """

    def __init__(self, message: str, *, retry_after: float | None = None) -> None:
        """Take what happened, with the address, and the server's own wish."""
        super().__init__(message)
        self.retry_after = retry_after


class RefusedError(Exception):
    """An address that is not asked, or an answer that is not taken; asking again would change nothing."""

    def __init__(self, reason: DropReason, detail: str) -> None:
        """Take the reason that becomes the row's, and what was seen."""
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class ContactMissingError(ValueError):
    """Nobody said whom an outlet can write to, so nothing is fetched in its name."""
