"""An example: a DAG of a team's own that follows the warehouse day by day.

Copy it, and change what it asks. It runs once for each news day that is published, whichever run published it,
and its own partition key is that day. It opens the published file read-only, as any client may at any time.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from airflow.sdk import PartitionedAssetTimetable, dag, get_current_context, task

from dags.asked import WAREHOUSE, run_settings

DOC = """
### Follows the warehouse

Runs when a news day is published, with that day as its partition key. Paused when it is new: it is an example.

**When it fails:** *nothing is published yet* means that no night has run. Anything else is in the log of its
one task, which can be cleared at any time: it only reads.
"""

_QUERY = """
SELECT country.name_ar, count(*) AS articles
FROM bridge_article_country AS bridge
JOIN dim_country AS country USING (country_key)
JOIN fact_article AS article USING (article_key)
WHERE article.collected_date = $1
GROUP BY ALL
ORDER BY articles DESC, country.name_ar
LIMIT 10
"""


@task(doc_md=DOC, retries=2, retry_delay=timedelta(minutes=1), execution_timeout=timedelta(minutes=5))
def most_named_countries() -> dict[str, int]:
    """Count the articles that name each country, on the day that was published."""
    from etl.io.warehouse import open_published

    context: Any = get_current_context()
    with open_published(run_settings().published_file) as connection:
        rows = connection.execute(_QUERY, [context["dag_run"].partition_key]).fetchall()
    return dict(rows)


@dag(
    description="An example that follows the warehouse: once for each news day that is published",
    schedule=PartitionedAssetTimetable(assets=WAREHOUSE),
    catchup=False,
    max_active_runs=1,
    is_paused_upon_creation=True,
    default_args={"owner": "newsroom"},
    tags={"rasad", "example"},
    doc_md=DOC,
)
def examples_follow() -> None:
    """Wire the one task."""
    most_named_countries()


examples_follow()
