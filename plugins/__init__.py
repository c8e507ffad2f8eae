"""What Airflow loads beside the DAGs: the page of the warehouse."""
