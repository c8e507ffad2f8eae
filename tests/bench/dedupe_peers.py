"""The peer of the near-duplicate benchmark that runs as a command of its own: text-dedup's MinHash.

Its releases cannot stand beside this project (0.4.0 wants rich < 14 and brings Spark and ONNX, later ones want
Python 3.12), so it has an interpreter of its own, a gigabyte, which TEXT_DEDUP_PYTHON names:

    uv venv /path/of/its/own
    uv pip install --python /path/of/its/own text-dedup
    TEXT_DEDUP_PYTHON=/path/of/its/own/bin/python python -m tests.bench.bench_dedupe

It is run as its README says, on a local file, with no network and in one process. It keeps no index, so an
archive would be read again each night; texts of the archive stand in the file beside those of the night.
Later releases compare the pairs that they find; here the load does that, and is measured with it.
"""

import json
import os
import re
import resource
import subprocess
import time
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pyarrow as pa

from etl.dedupe.fingerprint import BANDS, ROWS, Fingerprint, fingerprint
from etl.dedupe.wording import SHINGLE, wording

PYTHON = "TEXT_DEDUP_PYTHON"
HOW = f"text-dedup is left out: name an interpreter that has it in {PYTHON}; tests/bench/dedupe_peers.py says how"
_ROUNDS = 2
_OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "HF_DATASETS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "COLUMNS": "200",
}
_INPUT = {"path": "json", "data_files": "texts.jsonl", "split": "train", "cache_dir": "cache"}
# Releases up to 0.4.0 take options; of those only the ones that change what comes of itself.
_OPTIONS = {
    "as it comes": "",
    "with bands as here": f"--num_perm {BANDS * ROWS} --b {BANDS} --r {ROWS} --ngram {SHINGLE} --hash_func xxh3",
}
# Later ones read config.toml. Without the check of false positives, they drop one text too many of a cluster.
_CONFIG = {
    "as it comes": "num_perm = 240\nthreshold = 0.7\nngram_size = 5",
    "with bands as here": f"num_perm = {BANDS * ROWS}\nbands = {BANDS}\nrows = {ROWS}\nthreshold = 0.5\nngram_size = {SHINGLE}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Seconds of CPU, how many of them went into Arabic stems, and how many texts were left as different."""

    seconds: float
    stems: float = 0.0
    left: int


def compare(given: list[tuple[str, str]]) -> str:
    """Measure text-dedup and the same work here, in turns; give what to print, or how to install it."""
    python = os.environ.get(PYTHON)
    if not python:
        return HOW
    say = "from importlib.metadata import version; print(version('text-dedup'))"
    version = subprocess.run([python, "-c", say], capture_output=True, text=True, check=True).stdout.strip()
    settings = _CONFIG if tuple(map(int, version.split(".")[:3])) > (0, 4, 0) else _OPTIONS
    with TemporaryDirectory() as name:
        folder = Path(name)
        lines = (json.dumps({"text": "\n".join(text)}, ensure_ascii=False) for text in given)
        (folder / "texts.jsonl").write_text("\n".join(lines), encoding="utf-8")
        # What Python and its libraries take to start is no work on texts, and is left out here too.
        idle, _ = _run([python, "-c", "import text_dedup.minhash"], folder)
        rounds = [
            {way: _theirs(python, folder / f"{number}", settings, way, idle) for way in settings}
            | {"here": here(given)}
            for number in range(_ROUNDS)
        ]
    best = {way: min((each[way] for each in rounds), key=lambda one: one.seconds) for way in rounds[0]}
    ours = best.pop("here")
    told = "; ".join(
        f"{way} {each.seconds:.1f} s, {each.left:,} left: {each.seconds / ours.seconds:.1f} times"
        for way, each in best.items()
    )
    return (
        f"CPU from {len(given):,} texts to groups: text-dedup {version} {told}; "
        f"here {ours.seconds:.1f} s ({ours.stems:.1f} s of it stems), {ours.left:,} left"
    )


def here(given: list[tuple[str, str]]) -> Measured:
    """Group texts by the keys of this project, by the rule of the warehouse's join, one thread."""
    start = time.process_time()
    words = [wording(*text) for text in given]
    stemmed = time.process_time()
    first = list(range(len(given)))
    for pair in _pairs([fingerprint(each) for each in words]):
        least, most = sorted(_root(first, each) for each in pair)
        first[most] = least
    left = sum(place == number for number, place in enumerate(first))
    return Measured(seconds=time.process_time() - start, stems=stemmed - start, left=left)


def _pairs(prints: list[Fingerprint]) -> list[tuple[int, int]]:
    numbers = pa.array([number for number, each in enumerate(prints) for _ in each.bands], pa.int32())
    bands = pa.array(list(chain.from_iterable(each.bands for each in prints)), pa.uint64())
    with duckdb.connect() as connection:
        connection.execute("SET threads = 1")
        connection.register("keys", pa.table({"text": numbers, "band": bands}))
        connection.execute("CREATE TABLE band AS FROM keys")
        return connection.execute(
            "SELECT a.text, b.text FROM band a JOIN band b USING (band) WHERE a.text < b.text"
            " GROUP BY ALL HAVING count(*) > 1 OR bool_or(band % 2 = 1)"
        ).fetchall()


def _root(first: list[int], number: int) -> int:
    while first[number] != number:
        first[number] = first[first[number]]
        number = first[number]
    return number


def _theirs(python: str, folder: Path, settings: dict[str, str], way: str, idle: float) -> Measured:
    """Run its command in a folder of its own: nothing that it has cached for another run may help it."""
    place = folder / way
    place.mkdir(parents=True)
    given = _INPUT | {"data_files": str(folder.parent / "texts.jsonl")}
    options: list[str] = []
    if settings is _CONFIG:
        reading = "\n".join(f'{name} = "{value}"' for name, value in given.items())
        (place / "config.toml").write_text(
            f'[input]\ninput_type = "local_files"\nfile_type = "json"\n[input.read_arguments]\n{reading}\n'
            f'[algorithm]\nalgorithm_name = "minhash"\ntext_column = "text"\nnum_proc = 1\n{settings[way]}\n'
            'check_false_positive = true\n[output]\noutput_dir = "output"\n[debug]\nenable_profiling = false\n'
        )
    else:
        names = given | {"output": "output", "column": "text", "num_proc": "1"}
        options = [*chain.from_iterable((f"--{name}", value) for name, value in names.items())]
        options += settings[way].split()
    seconds, said = _run([python, "-m", "text_dedup.minhash", *options], place)
    return Measured(seconds=seconds - idle, left=int(re.findall(r"After\s*: (\d+)", said)[-1]))


def _run(command: list[str], folder: Path) -> tuple[float, str]:
    """Give the seconds of CPU of a command and its children, and what it said."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **_OFFLINE, "HF_HOME": str(folder / "home")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        msg = f"{' '.join(command)} failed:\n{done.stdout[-2000:]}"
        raise RuntimeError(msg)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout
