"""The steps of a load that SQL alone cannot do, by the table before whose load each runs."""

from collections.abc import Callable, Mapping, Sequence

import duckdb

from etl.io.marts import Step
from etl.io.people import find_blocks, join_people, take_verdicts, tie_people
from etl.io.revisions import find_revisions
from etl.io.stories import group_texts, verify_pairs
from etl.link.people_merge import Verdict


def load_steps(verdicts: Callable[[], Sequence[Verdict]] = tuple) -> Mapping[str, Step]:
    """Return the steps; `verdicts` gives what reviewers said of people, asked at each load."""

    def take(connection: duckdb.DuckDBPyConnection) -> None:
        take_verdicts(connection, verdicts())

    return {
        "fact_verdict": take,
        "bridge_found_block": find_blocks,
        "fact_found_tie": tie_people,
        "bridge_found_official": join_people,
        "fact_text_pair": verify_pairs,
        "bridge_article_story": group_texts,
        "fact_revision": find_revisions,
    }
