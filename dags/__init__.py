"""The DAGs, a file each, and `run`, which starts an Airflow around them."""
