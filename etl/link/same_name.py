"""Which names may be one person's, before they are weighed letter by letter. Pure."""

from etl.text.names import name_key

_TWO = 2


def may_be_near(left: str, right: str) -> bool:
    """Rule names out that are too far apart to be weighed letter by letter: most pairs are.

    A missing word alone costs more than `NEAR`; a word that shares less than half of its letters costs more too.
    """
    own, other = left.split(), right.split()
    if len(own) != len(other):
        return abs(len("".join(own)) - len("".join(other))) <= _TWO
    return all(
        a == b or 2 * len(set(a) & set(b)) >= max(len(set(a)), len(set(b)))
        for a, b in zip(own, other, strict=True)
    )


def bearing(name: str) -> set[str]:
    """Give the keys of a name's words that may stand for it."""
    words = name.split()
    return {
        name_key(word)
        for at, word in enumerate(words)
        if at in {0, len(words) - 1} or words[at - 1] not in {"بن", "ابن"}
    }


def may_stand(part: str, parts: tuple[str, ...]) -> bool:
    """Tell a name that stands for a person alone from the father's (خالد بن سلمان is not سلمان)."""
    return any(
        each == part and (at in {0, len(parts) - 1} or parts[at - 1] != "بن") for at, each in enumerate(parts)
    )
