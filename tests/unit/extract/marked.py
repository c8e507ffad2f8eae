"""Cluttered documents with the expected kind marked before each line."""

from pathlib import Path

from etl.model import BlockKind

KINDS = {
    "T": BlockKind.TITLE,
    "S": BlockKind.SECTION,
    "B": BlockKind.BODY,
    "H": BlockKind.SUBHEAD,
    "C": BlockKind.CAPTION,
    "K": BlockKind.TAGS,
    "A": BlockKind.ATTRIBUTION,
    "W": BlockKind.AUTHOR,
    "P": BlockKind.PUBLISHED,
    "-": BlockKind.BOILERPLATE,
}
DOCUMENTS = Path(__file__).parent / "documents"


def read_marked(path: Path) -> tuple[tuple[str, ...], tuple[tuple[int, BlockKind], ...]]:
    """Give the lines without their marks, and the expected kind of each line that is not empty."""
    lines, kinds = [], []
    for number, marked in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        mark, _, line = marked.partition("|")
        lines.append(line)
        if marked.strip():
            kinds.append((number, KINDS[mark]))
    return tuple(lines), tuple(kinds)
