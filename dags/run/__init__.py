"""Airflow in a folder: its environment, its processes, the demo and the UI. Not a DAG.

`python -m dags.run.demo` runs one news day and ends; `python -m dags.run.up` stays until Ctrl-C. Both keep
everything of Airflow in `$RASAD_HOME/airflow`, so what the demo ran is seen in the UI afterwards.
"""
