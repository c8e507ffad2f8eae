"""Which runs count as whole."""

import pytest

from dags.whole import judge

NAMES = ["inbox", "yasmin", "barq", "noor"]
GOOD = {"sources": "success", "load": "success", "source.collect_1": "success", "warning": None}


@pytest.mark.parametrize(
    ("broken", "most", "why_not", "warnings"),
    [
        ({}, 0.0, "", ()),
        ({"source.refine_1": "failed"}, 0.25, "", ("yasmin failed",)),
        ({"source.collect_1": "failed", "source.refine_1": "upstream_failed"}, 0.25, "", ("yasmin failed",)),
        (
            {"source.collect_1": "failed", "source.refine_1": "upstream_failed"},
            0.2,
            "not whole: source.collect of yasmin failed; 1 tasks that need them did not run; 1 of 4 sources failed, 20% may",
            ("yasmin failed",),
        ),
        (
            {"check": "failed", "publish": "upstream_failed"},
            1.0,
            "not whole: check failed; 1 tasks that need them did not run",
            (),
        ),
        ({"sources": "failed"}, 1.0, "not whole: sources failed; 0 tasks that need them did not run", ()),
    ],
)
def test_a_run_is_whole_as_its_threshold_says(
    broken: dict[str, str], most: float, why_not: str, warnings: tuple[str, ...]
) -> None:
    found = judge(NAMES, {**GOOD, **broken}, (), most=most)
    assert (found.why_not, found.warnings) == (why_not, warnings)


def test_a_day_that_no_source_reaches_is_not_whole() -> None:
    reasons = [f"{name}: too long ago" for name in ("yasmin", "barq", "noor")]
    assert judge(NAMES, GOOD, reasons[:2], most=0).why_not == ""
    assert judge(NAMES, GOOD, reasons[:2], most=0).warnings[1] == "unreachable: barq: too long ago"
    assert judge(NAMES, GOOD, reasons, most=0).why_not.startswith(
        "unreachable: no source reaches this day; yasmin: "
    )
    assert judge(["inbox"], GOOD, (), most=0).why_not == ""
