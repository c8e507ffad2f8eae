"""Bring the metadata database to where Airflow can start: tables, pool, DAGs, no trace of a killed run.

Run as a process of its own, with the environment of `environment.variables`, while no other process of this
Airflow lives. What it prints on standard error is for the operator.
"""

import sys

from airflow.api.common.mark_tasks import set_dag_run_state_to_failed
from airflow.dag_processing.bundles.manager import DagBundlesManager
from airflow.dag_processing.dagbag import BundleDagBag, sync_bag_to_db
from airflow.jobs.job import Job, JobState
from airflow.models import DagRun
from airflow.models.pool import Pool
from airflow.models.serialized_dag import SerializedDagModel
from airflow.utils.db import initdb
from airflow.utils.session import create_session
from airflow.utils.state import DagRunState
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from dags.run.environment import DAG_ID, DEMO_PREFIX, WRITER_POOL


def main() -> int:
    """Prepare the database; 1 where a DAG file cannot be read."""
    initdb()
    with create_session() as session:
        Pool.create_or_update_pool(
            WRITER_POOL, 1, "DuckDB has one writer", include_deferred=False, session=session
        )
        _forget_the_dead(session)
        session.commit()
        errors = _read_dags(session)
        _end_killed_demos(session)
        session.commit()
    for file, error in errors.items():
        sys.stderr.write(f"{file} cannot be read as a DAG file:\n{error.strip()}\n")
    return 1 if errors else 0


def _forget_the_dead(session: Session) -> None:
    """Mark every job as ended: a killed scheduler's tasks are else left alone until its heartbeat is old."""
    session.execute(update(Job).where(Job.state == JobState.RUNNING).values(state=JobState.FAILED))


def _read_dags(session: Session) -> dict[str, str]:
    """Store the DAGs here, so that the first run needs no wait for the DAG processor's turn."""
    manager = DagBundlesManager()  # type: ignore[no-untyped-call]
    manager.sync_bundles_to_db(session=session)
    session.commit()
    errors: dict[str, str] = {}
    for bundle in manager.get_all_dag_bundles():
        bundle.initialize()
        bag = BundleDagBag(bundle.path, bundle_path=bundle.path, bundle_name=bundle.name)
        sync_bag_to_db(bag, bundle.name, bundle.version)
        errors |= bag.import_errors
    return errors


def _end_killed_demos(session: Session) -> None:
    """Fail the run of a demo that was killed: nobody waits for it, and it would hold up the next one."""
    unfinished = select(DagRun).where(
        DagRun.dag_id == DAG_ID,
        DagRun.run_id.startswith(DEMO_PREFIX),
        DagRun.state.in_((DagRunState.RUNNING, DagRunState.QUEUED)),
    )
    for run in session.scalars(unfinished).all():
        if dag := SerializedDagModel.get_dag(DAG_ID, session=session):
            set_dag_run_state_to_failed(dag=dag, run_id=run.run_id, commit=True, session=session)


if __name__ == "__main__":
    sys.exit(main())
