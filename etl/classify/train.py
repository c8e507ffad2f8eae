"""The labelled corpora to the topic model that ships: `python -m etl.classify.train --corpus TOPICS.jsonl.gz`.

Reads JSONL of id, corpus, label, title and text; writes `topics.npz` and prints every figure of the
model card. The same input gives the same file. Needs scikit-learn, which nothing at run time does.
`--aside FILE` names a JSONL of annotated articles: they are kept out of training, and tried at the end.
"""

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from etl.classify.topic_features import CODES, PLACES, Numbers, cues, places, read_words, weighed
from etl.classify.topic_weak import is_typical, weak_label
from etl.classify.topics import CUE_WEIGHT, FORMAT, MODEL_FILE

Article = dict[str, Any]
# scikit-learn and SciPy have no types, and are imported where they are used: nothing at run time needs them.
Matrix = Any
Learner = Any
Chosen = npt.NDArray[np.int64]

RULE = "topics/2"
SEED = 20261121
_SHORTEST = 60
_BALANCE = 0.8
_C = 0.1
_INT8 = 127
# A topic that a training set lacks: as the margin of articles that are surely of another one.
_NEVER = -1.1


def read(path: Path, kept_out: Sequence[Article]) -> list[Article]:
    """Read the articles, each text once, without those that test the result."""
    tests = {each["id"] for each in kept_out} | {each["text"][:200] for each in kept_out}
    articles: dict[str, Article] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            text = article["text"]
            if len(text) >= _SHORTEST and not tests & {article["id"], text[:200]}:
                articles.setdefault(text[:150], article)
    return list(articles.values())


def read_aside(path: Path | None) -> list[Article]:
    """Read the annotated articles, none where no file is named."""
    if path is None:
        return []
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


class Corpus:
    """Articles with their sections and weak labels, their words as places, and their cues."""

    def __init__(self, articles: Sequence[Article]) -> None:
        """Read every article once; `labels` is empty where the cues leave the topic open."""
        words = [read_words(each["title"] or "", each["text"]) for each in articles]
        found = [places(each) for each in words]
        self.ends = np.cumsum([0, *(len(some) for some, _ in found)])
        self.places = np.concatenate([some for some, _ in found])
        self.repeated = np.concatenate([some for _, some in found])
        self.said = np.array([cues(each) for each in words])
        keys = [(each["corpus"], each["label"]) for each in articles]
        self.names = np.array([name for name, _ in keys])
        self.sections = np.array([section for _, section in keys])
        known = zip(keys, self.said, strict=True)
        self.labels = np.array([weak_label(*key, said) or "" for key, said in known])
        known = zip(keys, self.said, strict=True)
        self.typical = np.array([is_typical(*key, said) for key, said in known])

    def rarities(self, chosen: Chosen) -> Numbers:
        """Give each place's inverse document frequency in the chosen articles; nothing for what they lack."""
        counts = np.zeros(PLACES, np.int64)
        for each in chosen:
            counts[np.unique(self.places[self.ends[each] : self.ends[each + 1]])] += 1
        rarities = (np.log((1 + len(chosen)) / (1 + counts)) + 1) * (counts > 1)
        # As they are stored.
        return rarities.astype(np.float16).astype(np.float32)

    def rows(self, chosen: Chosen, rarities: Numbers) -> Matrix:
        """Give the chosen articles as rows of weights by place, as the model at run time weighs them."""
        spans = [slice(self.ends[each], self.ends[each + 1]) for each in chosen]
        values = [weighed(self.places[span], self.repeated[span], rarities) for span in spans]
        ends = np.cumsum([0, *map(len, values)])
        columns = np.concatenate([self.places[span] for span in spans])
        rows = import_module("scipy.sparse").csr_matrix(
            (np.concatenate(values), columns, ends), shape=(len(chosen), PLACES)
        )
        rows.sum_duplicates()
        return rows


class Fit:
    """A linear model of the typical ones of some articles, and what they say of the rarity of words."""

    def __init__(self, corpus: Corpus, chosen: Chosen) -> None:
        """Fit one hyperplane for each label against the rest; a rare label weighs by its rarity."""
        self.corpus = corpus
        chosen = chosen[corpus.typical[chosen] & (corpus.labels[chosen] != "")]
        self.rarities = corpus.rarities(chosen)
        labels = corpus.labels[chosen]
        counts = Counter(labels.tolist())
        mean = len(labels) / len(counts)
        self.learner: Learner = import_module("sklearn.svm").LinearSVC(
            C=_C,
            class_weight={label: (mean / count) ** _BALANCE for label, count in counts.items()},
            random_state=SEED,
        )
        self.learner.fit(corpus.rows(chosen, self.rarities), labels)

    def sums(self, chosen: Chosen) -> Numbers:
        """Give the sum of each topic for some articles, cues included, in the order of `CODES`."""
        given = self.learner.decision_function(self.corpus.rows(chosen, self.rarities))
        found = np.full((len(chosen), len(CODES)), _NEVER, np.float32)
        for column, label in enumerate(self.learner.classes_):
            found[:, CODES.index(label)] = given[:, column]
        result: Numbers = found + np.float32(CUE_WEIGHT) * np.log1p(self.corpus.said[chosen])
        return result

    def weights(self) -> tuple[npt.NDArray[np.int8], Numbers, Numbers]:
        """Give the weights by place and topic as whole numbers, the scale of each topic, and its bias."""
        weights, biases = np.zeros((PLACES, len(CODES))), np.full(len(CODES), _NEVER, np.float32)
        for row, label in enumerate(self.learner.classes_):
            weights[:, CODES.index(label)] = self.learner.coef_[row]
            biases[CODES.index(label)] = self.learner.intercept_[row]
        scales = np.maximum(np.abs(weights).max(axis=0) / _INT8, 1e-9)
        return np.rint(weights / scales).astype(np.int8), scales.astype(np.float32), biases


def write(path: Path, fit: Fit, temperature: float) -> None:
    """Write the model: arrays of numbers and of text, no object."""
    weights, scales, biases = fit.weights()
    np.savez_compressed(
        path,
        format=np.int64(FORMAT),
        rule=np.str_(RULE),
        codes=np.array(CODES),
        rarities=fit.rarities.astype(np.float16),
        weights=weights,
        scales=scales,
        biases=biases,
        temperature=np.float64(temperature),
    )


def main(arguments: Sequence[str]) -> None:
    """Read, measure, fit on everything, write."""
    from etl.classify.train_figures import agreement, measure, say  # it needs the classes of this module

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--aside", type=Path)
    parser.add_argument("--out", type=Path, default=MODEL_FILE)
    options = parser.parse_args(arguments)
    aside = read_aside(options.aside)
    corpus = Corpus(read(options.corpus, aside))
    temperature = measure(corpus)
    write(options.out, Fit(corpus, np.flatnonzero(corpus.labels != "")), temperature)
    say(f"{options.out.name}: {options.out.stat().st_size:,} bytes, temperature {temperature}")
    if aside:
        agreement(aside, options.out)


if __name__ == "__main__":
    main(sys.argv[1:])
