"""The Hijri months of the reference, against the package that knows them."""

import csv

from hijridate import Hijri

from etl.io.reference import REFERENCE_DIR


def test_every_month_begins_when_the_umm_al_qura_calendar_says() -> None:
    with (REFERENCE_DIR / "hijri_month.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 91 * 12
    assert [row["first_date"] for row in rows] == [
        Hijri(int(row["hijri_year"]), int(row["hijri_month"]), 1).to_gregorian().isoformat() for row in rows
    ]
