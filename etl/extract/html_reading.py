"""The blocks of one page with what was decided on each. The one mutable thing of the HTML reader."""

from dataclasses import dataclass, field

from etl.extract.tree import Tree
from etl.model import Block, BlockKind

# A frozen block is made field by field: a page stores dozens, and to call its class takes twice as long.
_new, _set = Block.__new__, object.__setattr__


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

    def block(self, index: int) -> Block:
        """Return one decided block as it is stored."""
        block = _new(Block)
        _set(block, "kind", self.kinds[index])
        _set(block, "text", self.tree.blocks[index].text)
        _set(block, "line", index + 1)
        _set(block, "rule", self.rules[index])
        _set(block, "evidence", self.evidence[index])
        return block
