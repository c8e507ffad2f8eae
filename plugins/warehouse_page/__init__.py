"""The warehouse in Airflow's navigation: search, articles, people, charts, source health and SQL.

The page is plain files in `static`, which ask the routes of `app`. Everything is read from the published
file, so a reader never meets the writer; the one place that runs words of a user is `console`, in a process
of its own.
"""
