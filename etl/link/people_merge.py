"""People seen in many articles to one row a person, with the evidence and what is left to a reviewer. Pure.

The linker names a person nobody listed by name and country, article by article. Here those rows meet:
verdicts of a reviewer decide first, then names and countries, then names and offices. What only looks
alike stays apart and is handed to review. The result does not depend on the order of the rows.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from etl.link.people_evidence import Profile, Tie, TieKind

PROVISIONAL = "p-"
"""What the linker's id of a person nobody listed begins with."""


class VerdictKind(StrEnum):
    """What a reviewer said of two ids, or of one name. A stable code: it is written to the verdicts' file."""

    SAME = "same"
    DIFFERENT = "different"
    RENAME = "rename"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One reviewer's line: two ids that are one person or two, or the right name of one id."""

    kind: VerdictKind
    left_id: str
    right_id: str = ""
    name: str = ""

    def __post_init__(self) -> None:
        """Refuse a line that could not be obeyed, where it is read and not where it fails."""
        is_rename = self.kind is VerdictKind.RENAME
        if not self.left_id:
            wrong = "has no left_id"
        elif is_rename and not self.name.strip():
            wrong = "has no name"
        elif not is_rename and self.right_id in {"", self.left_id}:
            wrong = "needs another right_id"
        else:
            return
        msg = f"verdict {self.kind} of {self.left_id!r} and {self.right_id!r} {wrong}"
        raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """Who an id is: `official_id` is the canonical id, `evidence` says why in words.

    `name` is the fullest one seen, or the reviewer's; `is_doubtful` marks a merge that rests on a likeness.
    """

    provisional_id: str
    official_id: str
    name: str
    evidence: str
    is_doubtful: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Two ids that a reviewer should look at; `is_merged` tells what stands until there is a verdict."""

    left_id: str
    right_id: str
    reason: str
    is_merged: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleMerge:
    """Every id that was seen, sorted, with its person; and the doubtful pairs, sorted."""

    people: tuple[Merged, ...]
    doubts: tuple[Doubt, ...]

    @property
    def official_of(self) -> Mapping[str, str]:
        """The canonical id of each id seen."""
        return {each.provisional_id: each.official_id for each in self.people}


def merge_profiles(
    people: Iterable[Profile], ties: Iterable[Tie], verdicts: Sequence[Verdict] = ()
) -> PeopleMerge:
    """Return which of these people are one, by the ties between them.

    Verdicts are obeyed in their order, the later of two on one pair wins; all else is free of order.
    Who a person is depends on those alone whom ties but likenesses and verdicts of the same person lead to:
    such a group may be merged without all others, and likenesses may be left out if no doubts are wanted.
    """
    profiles = {each.person_id: each for each in sorted(people, key=lambda each: each.person_id)}
    in_turn = sorted(ties, key=lambda tie: (tie.kind, tie.left, tie.right))
    pairs, names = _standing(verdicts)
    clusters = _Clusters(pair for pair, kind in pairs.items() if kind is VerdictKind.DIFFERENT)
    reasons: dict[tuple[str, str], str] = {}
    for left, right in sorted(pair for pair, kind in pairs.items() if kind is VerdictKind.SAME):
        tie = Tie(left=left, right=right, kind=TieKind.VERDICT, why=f"a verdict on {left} and {right}")
        if not clusters.join(tie):
            reasons[left, right] = "the verdict contradicts another, or joins two listed people"
    for tie, is_sole in _in_turn(in_turn, clusters, profiles):
        joined = is_sole and tie.kind is not TieKind.LOOKS_ALIKE and clusters.join(tie)
        pair = (tie.left, tie.right)
        if pair not in pairs and (tie.is_doubtful or not joined):
            reasons[pair] = tie.why if is_sole else f"{tie.why}; others fit too"
    return PeopleMerge(
        people=tuple(_merged(each, profiles, clusters, names) for each in profiles),
        doubts=tuple(clusters.doubts(reasons)),
    )


def reconsidered(old: Sequence[Verdict], new: Sequence[Verdict]) -> frozenset[str]:
    """Return the ids on which the lines between what two lists of verdicts begin and end alike with speak.

    All others are decided as before: the lines that name them are the same, in the same order.
    """
    start = next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other),
        min(len(old), len(new)),
    )
    back = zip(reversed(old[start:]), reversed(new[start:]), strict=False)
    end = next((at for at, (one, other) in enumerate(back) if one != other), min(len(old), len(new)) - start)
    changed = (*old[start : len(old) - end], *new[start : len(new) - end])
    return frozenset(each for line in changed for each in (line.left_id, line.right_id) if each)


def _standing(
    verdicts: Iterable[Verdict],
) -> tuple[dict[tuple[str, str], VerdictKind], dict[str, str]]:
    """Give the last verdict on each pair and the last name of each id."""
    pairs: dict[tuple[str, str], VerdictKind] = {}
    names: dict[str, str] = {}
    for verdict in verdicts:
        if verdict.kind is VerdictKind.RENAME:
            names.pop(verdict.left_id, None)
            names[verdict.left_id] = verdict.name.strip()
        else:
            left, right = sorted((verdict.left_id, verdict.right_id))
            pairs[left, right] = verdict.kind
    return pairs, names


class _Clusters:
    """Ids that were found to be one, and those that must stay two."""

    def __init__(self, apart: Iterable[tuple[str, str]]) -> None:
        self._apart = frozenset(apart)
        self._members: dict[str, frozenset[str]] = {}
        self._certain: dict[str, frozenset[str]] = {}
        self._why: dict[str, str] = {}

    def of(self, person_id: str) -> frozenset[str]:
        """Give all ids of the same person."""
        return self._members.get(person_id, frozenset({person_id}))

    def join(self, tie: Tie) -> bool:
        """Make two ids one, unless a verdict or the lists say that they are two; tell whether they are one."""
        left, right = self.of(tie.left), self.of(tie.right)
        if left != right:
            if len([each for each in left | right if not each.startswith(PROVISIONAL)]) > 1:
                return False
            if any((a in left and b in right) or (a in right and b in left) for a, b in self._apart):
                return False
            self._members.update(dict.fromkeys(left | right, left | right))
        for person_id in (tie.left, tie.right):
            self._why.setdefault(person_id, tie.why)
        if not tie.is_doubtful:
            certain = self.certain(tie.left) | self.certain(tie.right)
            self._certain.update(dict.fromkeys(certain, certain))
        return True

    def certain(self, person_id: str) -> frozenset[str]:
        """Give the ids of the same person by evidence, not by likeness."""
        return self._certain.get(person_id, frozenset({person_id}))

    def why(self, person_id: str) -> str:
        """Say on what an id was joined."""
        return self._why.get(person_id, "")

    def doubts(self, reasons: Mapping[tuple[str, str], str]) -> Iterable[Doubt]:
        """Give the pairs that are still open: not those that better evidence made one, or two."""
        for (left, right), reason in sorted(reasons.items()):
            is_merged = self.of(left) == self.of(right)
            is_settled = self.certain(left) == self.certain(right) or any(
                (a in self.of(left) and b in self.of(right)) or (a in self.of(right) and b in self.of(left))
                for a, b in self._apart
            )
            if not is_settled or reason.startswith("the verdict"):
                yield Doubt(left_id=left, right_id=right, reason=reason, is_merged=is_merged)


def _in_turn(
    ties: Sequence[Tie], clusters: _Clusters, profiles: Mapping[str, Profile]
) -> Iterable[tuple[Tie, bool]]:
    """Give the ties in the order to use them, and whether the id that says less fits one person only.

    Ids that say less wait until the fuller ones have met, the fuller of them first.
    """
    open_ties: defaultdict[tuple[int, int, date, str], list[Tie]] = defaultdict(list)
    for tie in ties:
        if not tie.weak:
            yield tie, True
            continue
        weak = profiles[tie.weak]
        open_ties[tie.kind, -len(weak.parts), weak.first_seen, weak.person_id].append(tie)
    for _, group in sorted(open_ties.items()):
        others = {clusters.of(tie.right if tie.left == tie.weak else tie.left) for tie in group}
        others.discard(clusters.of(group[0].weak))
        for tie in group:
            yield tie, len(others) <= 1


def _merged(
    person_id: str, profiles: Mapping[str, Profile], clusters: _Clusters, names: Mapping[str, str]
) -> Merged:
    members = sorted(clusters.of(person_id))
    seen = [profiles[each] for each in members if each in profiles]
    canonical = next((each for each in members if not each.startswith(PROVISIONAL)), "")
    if not canonical:
        canonical = min(seen, key=lambda each: (each.first_seen, each.person_id)).person_id
    renamed = [name for each, name in names.items() if each in members]
    full = min(seen, key=lambda each: (-len(each.parts), -each.article_count, each.name))
    count = profiles[person_id].article_count
    own = f"named in {count} article{'s' if count > 1 else ''}"
    return Merged(
        provisional_id=person_id,
        official_id=canonical,
        name=renamed[-1] if renamed else full.name,
        evidence="; ".join(filter(None, (own, clusters.why(person_id)))),
        is_doubtful=canonical not in clusters.certain(person_id),
    )
