"""What the steps of the linker hand to each other. Pure."""

from dataclasses import dataclass


@dataclass(slots=True, kw_only=True)
class Place:
    """One mention on its way: the words `first` to `last`, without `cut` letters of the first."""

    kind: str
    entity_id: str
    first: int
    last: int
    cut: int
    rule: str
    score: float
    form: str = "name"


@dataclass(slots=True, kw_only=True)
class Person:
    """One naming of a person: the name's words, the title's words, and who it is if listed.

    `title` is (first, last, cut) in words, `offices_last` the last word of further offices joined to it;
    `country` is what the title says by itself.
    """

    first: int
    last: int
    cut: int
    rule: str
    score: float
    title: tuple[int, int, int] | None = None
    country: str = ""
    official_ids: tuple[str, ...] = ()
    is_short: bool = False
    head: str = ""
    is_private: bool = False
    offices_last: int = 0
