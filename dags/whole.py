"""The states of a run's tasks to whether it counts as whole, and why not. Pure, and no DAG itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

UNREACHABLE = "unreachable"
_FAILED = "failed"
_BROKEN = frozenset((_FAILED, "upstream_failed"))
_INBOX = "inbox"


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """How a run went: `why_not` is empty where it counts as whole; `warnings` is what went wrong all the same."""

    why_not: str
    warnings: tuple[str, ...]


def judge(
    names: Sequence[str], states: Mapping[str, str | None], out_of_reach: Sequence[str], *, most: float
) -> Whole:
    """Judge a run by its sources' names, its tasks' states, the reasons of days out of reach, and a threshold.

    `most` is the share of the sources that may fail. Any later task's failure counts in full. A day that no
    source reaches is not whole either: as a success it would look like a quiet day.
    """
    broken = {name: state for name, state in states.items() if state in _BROKEN}
    first = [name for name, state in broken.items() if state == _FAILED]
    failed = sorted({source for name in first if (source := source_of(name, names))})
    warnings = (
        *(f"{source} failed" for source in failed),
        *(f"{UNREACHABLE}: {reason}" for reason in out_of_reach),
    )
    why = ""
    if len(failed) > most * len(names) or any(not source_of(name, names) for name in first):
        named = ", ".join(sorted(_readable(name, names) for name in first))
        why = f"not whole: {named} failed; {len(broken) - len(first)} tasks that need them did not run"
        if failed:
            why += f"; {len(failed)} of {len(names)} sources failed, {most:.0%} may"
    elif out_of_reach and len(out_of_reach) >= len([name for name in names if name != _INBOX]):
        why = f"{UNREACHABLE}: no source reaches this day; {'; '.join(out_of_reach)}"
    return Whole(why_not=why, warnings=warnings)


def source_of(name: str, names: Sequence[str]) -> str:
    """Give the source of a mapped task's name, `source.collect_3`; empty for another task's."""
    task_id, _, index = name.rpartition("_")
    if task_id.startswith("source.") and index.isdecimal() and int(index) < len(names):
        return names[int(index)]
    return ""


def _readable(name: str, names: Sequence[str]) -> str:
    """Name a mapped task by its source: `source.collect_3` says nothing to who is on call."""
    source = source_of(name, names)
    return f"{name.rpartition('_')[0]} of {source}" if source else name
