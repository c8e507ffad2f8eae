"""The words of an article as the search index holds them, as a function that a load's SQL can call.

The stemmer is Python, the search is SQL in the published file: so the load stems, once a text, and
keeps every form with its stem beside the postings. `search()` then needs tables alone.
"""

import duckdb
import pyarrow as pa
from duckdb.func import FunctionNullHandling, PythonUDFType

from etl.text.letterforms import Words
from etl.text.letters import fold
from etl.text.stems import stem_folded

FUNCTION = "index_words"
# Where a title's words end and a body's begin: a phrase never runs from the one into the other.
BODY_BEGINS = 256
# A position is kept in two bytes; what a longer text holds behind it is not indexed.
LAST_POSITION = 65_535
_ROW = (
    "STRUCT(stem VARCHAR, title_count UTINYINT, body_count USMALLINT, positions USMALLINT[], forms VARCHAR[])"
)
_TYPE = pa.struct(
    [
        ("stem", pa.string()),
        ("title_count", pa.uint8()),
        ("body_count", pa.uint16()),
        ("positions", pa.list_(pa.uint16())),
        ("forms", pa.list_(pa.string())),
    ]
)
_words = Words(r"\w")


def register(connection: duckdb.DuckDBPyConnection) -> None:
    """Give the connection `index_words(title, body)`: a list with a row for each stem of an article.

    A row holds the stem, how often title and body have it, its positions in ascending order (title
    words from 0, body words from 256) and the folded forms that it stands in.
    """
    connection.create_function(
        FUNCTION,
        _index_words,
        ["VARCHAR", "VARCHAR"],
        f"{_ROW}[]",
        type=PythonUDFType.ARROW,
        null_handling=FunctionNullHandling.SPECIAL,
    )


def _index_words(titles: pa.ChunkedArray, bodies: pa.ChunkedArray) -> pa.Array:
    columns: tuple[list[object], ...] = ([], [], [], [], [])
    stems, title_counts, body_counts, positions, forms = columns
    ends = [0]
    for title, body in zip(titles.to_pylist(), bodies.to_pylist(), strict=True):
        found, in_title, of = _places(title or "", body or "")
        for stem, places in found.items():
            stems.append(stem)
            title_counts.append(in_title.get(stem, 0))
            body_counts.append(len(places) - in_title.get(stem, 0))
            positions.append(places)
            forms.append(of[stem])
        ends.append(len(stems))
    rows = pa.StructArray.from_arrays(
        [pa.array(column, field.type) for column, field in zip(columns, _TYPE, strict=True)],
        fields=list(_TYPE),
    )
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), rows)


def _places(title: str, body: str) -> tuple[dict[str, list[int]], dict[str, int], dict[str, list[str]]]:
    """Return the positions of each stem, how many of them are in the title, and the stem's forms."""
    found: dict[str, list[int]] = {}
    in_title: dict[str, int] = {}
    of: dict[str, list[str]] = {}
    stem_of: dict[str, str] = {}
    for first, last, text in ((0, BODY_BEGINS - 1, title), (BODY_BEGINS, LAST_POSITION, body)):
        for position, form in zip(range(first, last + 1), _words(fold(text)), strict=False):
            stem = stem_of.get(form)
            if stem is None:
                stem = stem_of[form] = stem_folded(form)
                of.setdefault(stem, []).append(form)
            found.setdefault(stem, []).append(position)
        if not first:
            in_title = {stem: len(places) for stem, places in found.items()}
    return found, in_title, of
