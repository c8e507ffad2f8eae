"""One line of the tables of rules to a rule. Pure."""

from etl.classify.cooperation_terms import CooperationKind as Kind
from etl.classify.cooperation_terms import Frame, Gate, Rule
from etl.classify.cooperation_words import pattern
from etl.text.letters import fold

_B, _E = r"(?<!\w)", r"(?!\w)"


def rule(  # noqa: PLR0913 - the columns of the table, in their order
    rule_id: str,
    kind: Kind,
    frame: Frame,
    anchors: str,
    trigger: str,
    *,
    heads: str = "",
    gate: Gate = Gate.ARTICLE,
    **others: str,
) -> Rule:
    """Compile one line of a table; `others` are `needs`, `near` and `never`."""
    found = {name: pattern(text) for name, text in others.items()}
    return Rule(
        rule_id=rule_id,
        kind=kind,
        frame=frame,
        anchors=tuple(fold(each) for each in anchors.split()),
        heads=tuple(fold(each) for each in (heads or anchors).split()),
        trigger=pattern(f"{_B}{trigger}{_E}"),
        needs=found.get("needs"),
        never=found.get("never"),
        near=found.get("near"),
        gate=gate,
    )
