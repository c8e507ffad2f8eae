"""Time of topics and cooperation for an article, and of loading the model: python -m tests.bench.bench_classify.

Each article is one of the project's own labelled passages and, behind it, sample documents up to 400 words,
with the mentions that the linker finds in them. The peer is
scikit-learn's own pipeline (TF-IDF of words, linear SVM) of as many classes, fitted and measured in the
same run on the same texts.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from etl.classify.cooperation import find_cooperation
from etl.classify.topics import classify, read_model
from etl.io.reference import read_linker
from etl.model import Mention

GOLDEN = Path(__file__).parents[1] / "golden"
WORDS, ARTICLES, ROUNDS = 400, 40, 25
PUBLISHED = datetime(2026, 3, 14, tzinfo=UTC)
Parsed = tuple[str, tuple[Mention, ...], dict[str, str]]


def articles() -> list[Parsed]:
    """Give articles of one reported deed each among sample documents, with the linker's mentions."""
    told = [
        json.loads(line)["body"]
        for path in sorted((GOLDEN / "cooperation").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    samples = [
        "\n".join(json.loads(path.read_text(encoding="utf-8"))["body"])
        for path in sorted((GOLDEN / "inbox").glob("*.json"))
    ]
    found: list[Parsed] = []
    for number, passage in enumerate(told[:ARTICLES]):
        parts = [passage, *samples[number % len(samples) :], *samples]
        words = "\n".join(parts).split(" ")
        body = " ".join(words[:WORDS])
        linked = read_linker().link("", body)
        homes = {each.official_id: each.country for each in linked.officials if each.country}
        homes |= {each.agency_id: each.country for each in linked.agencies if each.country}
        found.append((body, linked.mentions, homes))
    return found


def timed(function: Callable[[], object], count: int) -> float:
    """Give the best of some rounds in milliseconds of processor time for one of `count`."""
    best = float("inf")
    for _ in range(ROUNDS):
        before = time.process_time()
        function()
        best = min(best, time.process_time() - before)
    return best / count * 1000


def peer(texts: Sequence[str]) -> Callable[[], object] | None:
    """Fit scikit-learn's pipeline on the same texts, None where scikit-learn is not installed."""
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.pipeline import make_pipeline
        from sklearn.svm import LinearSVC
    except ImportError:
        return None
    line = make_pipeline(TfidfVectorizer(ngram_range=(1, 2)), LinearSVC())
    line.fit(texts, [number % len(read_model().codes) for number in range(len(texts))])
    return lambda: [line.predict([text]) for text in texts]


def main() -> None:
    parsed = articles()
    texts = [text for text, _, _ in parsed]
    count = len(texts)
    topics = timed(lambda: [classify("", text) for text in texts], count)
    facts = timed(
        lambda: [find_cooperation("", text, named, PUBLISHED, homes=homes) for text, named, homes in parsed],
        count,
    )
    mean = sum(len(text.split()) for text in texts) / count
    print(f"{count} articles of {mean:.0f} words at the mean, processor time, best of {ROUNDS} rounds")
    print(f"topics {topics:.2f} ms, cooperation {facts:.2f} ms, both {topics + facts:.2f} ms an article")
    print(f"that is {1000 / (topics + facts):,.0f} articles a second on one core")
    other = peer(texts)
    if other:
        theirs = timed(other, count)
        print(f"scikit-learn's pipeline {theirs:.2f} ms: topics take {topics / theirs:.2f} times as long")
    code = (
        "import time, numpy; t = time.process_time();"
        "from etl.classify.topics import classify; classify('رياضة', 'فاز الفريق'); print(time.process_time() - t)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    print(
        f"first article of a new process, code and model loaded: {float(loaded.stdout):.2f} s (numpy apart)"
    )


if __name__ == "__main__":
    main()
