-- Written by etl/io/checks.py, after the loads.
SELECT 1;
