"""The hand-made gold of the press, with the owner's scorer; skipped where a clone has neither."""

import json
import re
import subprocess
import sys

import pytest

from etl.io.reference import read_facts, read_linker
from etl.settings import PROJECT
from etl.text.letters import display
from etl.text.names import NEAR, name_distance

SHARED = PROJECT.parent / "shared"
LEAST = {
    "country": 0.98,
    "official": 0.94,
    "official+country": 0.92,
    "official+title": 0.88,
    "agency": 0.90,
    "agency+country": 0.88,
}

pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason=f"{SHARED} is not here: only the owner's machine has it"
)


def test_annotations_score_as_promised() -> None:
    tool, gold = SHARED / "tools" / "score_annotations.py", SHARED / "annotated" / "dev.jsonl"
    run = subprocess.run(
        [sys.executable, tool, gold, "--", sys.executable, "-m", "etl.cli", "annotate"],
        capture_output=True,
        check=True,
        text=True,
        cwd=PROJECT,
    )
    found = {
        name: float(f1) for name, f1 in re.findall(r"^(\S+) +P \S+ R \S+ F1 (\S+)", run.stdout, re.MULTILINE)
    }
    assert {name: f1 for name, f1 in found.items() if f1 < LEAST[name]} == {}
    assert found.keys() == LEAST.keys()


def seeds() -> dict[str, dict]:  # type: ignore[type-arg]
    path = SHARED / "seeds" / "gold.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


@pytest.mark.parametrize("name", seeds())
def test_the_owners_documents(name: str) -> None:
    gold = seeds()[name]
    lines = (SHARED / "seeds" / name).read_text(encoding="utf-8").split("\n")
    body = "\n".join(lines[line - 1] for line in sorted(gold["body_lines"] + gold["caption_lines"]))
    found = read_linker().link(display(gold["title"] or ""), display(body))
    assert set(found.countries) == set(gold["countries"])
    assert {each.name_en for each in found.agencies} >= set(gold["agencies"])
    listed = {each.official_id: each for each in found.officials}
    for official in gold["officials"]:
        hit = next(
            each
            for key, each in listed.items()
            if name_distance(each.name, official["name_ar"]) < NEAR
            or (key in read_facts().officials and read_facts().officials[key].name_en == official["name_en"])
        )
        assert hit.country == official["country"]
        assert (official["title_contains"] or "") in (hit.title or "")
    names = " ".join(each.name for each in found.officials)
    assert not [bad for bad in gold["officials_forbidden"] if bad in names]
