"""Article text to mentions of what the reference lists hold. Pure."""

from etl.link.linker import Linker
from etl.model import Mention, MentionKind


def find_mentions(
    title: str, body: str, linker: Linker, *, source_country: str = "", with_provisional: bool = False
) -> tuple[Mention, ...]:
    """Return the mentions of a title and a body, in reading order.

    A person nobody listed and a body known only by its kind (`ma-forestry`) have ids that no
    dimension table holds yet; they come only with `with_provisional`.
    """
    linked = linker.link(title, body, source_country)
    if with_provisional:
        return linked.mentions
    return tuple(mention for mention in linked.mentions if _is_listed(linker, mention))


def _is_listed(linker: Linker, mention: Mention) -> bool:
    if mention.kind is MentionKind.OFFICIAL:
        return mention.entity_id in linker.facts.officials
    return mention.kind is MentionKind.COUNTRY or mention.entity_id in linker.facts.agencies
