"""The steps of a load that SQL alone cannot do, by the table before whose load each runs."""

from collections.abc import Callable, Mapping, Sequence

import duckdb

from etl.io.marts import Step
from etl.io.people import join_people
from etl.io.revisions import find_revisions
from etl.io.stories import group_texts, verify_pairs
from etl.link.people_merge import Verdict


def load_steps(verdicts: Callable[[], Sequence[Verdict]] = tuple) -> Mapping[str, Step]:
    """Return the steps; `verdicts` gives what reviewers said of people, asked at each load."""

    def join(connection: duckdb.DuckDBPyConnection) -> None:
        join_people(connection, verdicts())

    return {
        "bridge_found_official": join,
        "fact_text_pair": verify_pairs,
        "bridge_article_story": group_texts,
        "fact_revision": find_revisions,
    }
