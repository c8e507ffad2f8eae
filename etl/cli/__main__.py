"""`python -m etl.cli` is `rasad`."""

from etl.cli import main

main()
