"""The blocks of one page with what was decided on each. The one mutable thing of the HTML reader."""

from dataclasses import dataclass, field

from etl.extract.tree import Tree
from etl.model import Block, BlockKind

# A frozen block is made field by field: a page stores dozens, and to call its class takes three times as long.
_new = Block.__new__
_set_kind, _set_text, _set_line, _set_rule, _set_evidence = (
    getattr(Block, name).__set__ for name in ("kind", "text", "line", "rule", "evidence")
)


@dataclass(slots=True)
class Reading:
    """Decisions by block index: kind, rule, evidence; a later decision replaces an earlier one."""

    tree: Tree
    kinds: dict[int, BlockKind] = field(default_factory=dict)
    rules: dict[int, str] = field(default_factory=dict)
    evidence: dict[int, str] = field(default_factory=dict)

    def put(self, index: int, kind: BlockKind, rule: str, evidence: str = "") -> None:
        """Decide on a block."""
        self.kinds[index] = kind
        self.rules[index] = rule
        self.evidence[index] = evidence

    def drop(self, index: int, rule: str, evidence: str = "") -> None:
        """Leave a block out."""
        self.put(index, BlockKind.BOILERPLATE, rule, evidence)

    def of_kind(self, *kinds: BlockKind) -> list[int]:
        """Return the indexes of the blocks of these kinds, in reading order."""
        return sorted([index for index, kind in self.kinds.items() if kind in kinds])

    def stored(self) -> tuple[Block, ...]:
        """Return the decided blocks as they are stored, in reading order."""
        blocks, rules, evidence = self.tree.blocks, self.rules, self.evidence
        stored: list[Block] = []
        for index, kind in sorted(self.kinds.items()):
            block = _new(Block)
            _set_kind(block, kind)
            _set_text(block, blocks[index].text)
            _set_line(block, index + 1)
            _set_rule(block, rules[index])
            _set_evidence(block, evidence[index])
            stored.append(block)
        return tuple(stored)
