"""A corpus to the figures of the model card, and to the temperature that makes scores honest.

Every figure is of articles that the model in question did not learn from: folds held out, or the other
corpus. Prints, and needs scikit-learn; used by training alone.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from etl.classify.topic_features import CODES, Numbers
from etl.classify.topics import UNCERTAIN_BELOW, classify, read_model
from etl.classify.train import SEED, Article, Corpus, Fit

Labels = npt.NDArray[Any]
Allowed = npt.NDArray[np.bool_]
Trial = tuple[str, Numbers, Allowed]

_FOLDS = 5
# How own sections are told apart: the cost of an error, and the power of rarity by which a class weighs.
_OWN = {"sanad": (0.3, 0.0), "ant": (0.035, 0.8)}
# What a section of the one corpus may be about, by the first figures of the codes.
_EXPECTED = {
    ("sanad", "Culture"): "01",
    ("sanad", "Finance"): "04",
    ("sanad", "Medical"): "07",
    ("sanad", "Politics"): "11 16 02",
    ("sanad", "Religion"): "12",
    ("sanad", "Sports"): "15",
    ("sanad", "Tech"): "13",
    ("ant", "culture"): "01",
    ("ant", "economy"): "04",
    ("ant", "sport"): "15",
    ("ant", "technology"): "13",
    ("ant", "politic"): "11",
    ("ant", "internationalNews"): "11 16 02 03",
    ("ant", "society"): "02 03 14",
}
_STEPS = tuple(round(0.10 * 1.08**step, 4) for step in range(40))
_SURE, _SURE_RIGHT, _SURE_LEAST = 0.8, 0.92, 100
# A third outlet is further from both corpora than they are from each other, as cues label parts of both.
_CAUTION = 1.4
_BINS = (0.0, 0.2, 0.3, 0.4, 0.6, 0.8, 1.01)
# The annotators' names of the topics.
ANNOTATED = {
    "politics-diplomacy": "11",
    "security-crime-justice": "02",
    "conflict-war": "16",
    "economy-business": "04",
    "society": "14",
    "culture-arts": "01",
    "sports": "15",
    "health": "07",
    "science-technology": "13",
    "religion": "12",
    "disaster-accident": "03",
    "education": "05",
    "environment": "06",
}


def say(text: str) -> None:
    """Print a line."""
    sys.stdout.write(text + "\n")


def _folds(labels: Labels) -> list[tuple[Any, Any]]:
    model = import_module("sklearn.model_selection")
    folds = model.StratifiedKFold(_FOLDS, shuffle=True, random_state=SEED)
    return list(folds.split(labels, labels))


def probabilities(sums: Numbers, temperature: float) -> Numbers:
    """Give the probabilities of the topics of each article."""
    raised = np.exp((sums - sums.max(axis=1, keepdims=True)) / temperature)
    scores: Numbers = (raised / raised.sum(axis=1, keepdims=True)).astype(np.float32)
    return scores


def own_sections(corpus: Corpus, name: str) -> None:
    """Print how well the same features tell a corpus's own sections apart, on folds held out."""
    metrics, svm = import_module("sklearn.metrics"), import_module("sklearn.svm")
    chosen = np.flatnonzero(corpus.names == name)
    labels = corpus.sections[chosen]
    cost, power = _OWN[name]
    found = np.empty_like(labels)
    for train, test in _folds(labels):
        rarities = corpus.rarities(chosen[train])
        counts = Counter(labels[train].tolist())
        weights = {each: (len(train) / len(counts) / count) ** power for each, count in counts.items()}
        learner = svm.LinearSVC(C=cost, class_weight=weights, random_state=SEED)
        learner.fit(corpus.rows(chosen[train], rarities), labels[train])
        found[test] = learner.predict(corpus.rows(chosen[test], rarities))
    say(
        f"own sections of {name}, {_FOLDS} folds: accuracy {(found == labels).mean():.4f}, "
        f"macro-F1 {metrics.f1_score(labels, found, average='macro'):.4f} over {len(labels)}"
    )
    say(metrics.classification_report(labels, found, zero_division=0, digits=3))


def held_out(corpus: Corpus) -> list[Trial]:
    """Try the model on folds held out; print the figures by topic and by corpus."""
    chosen = np.flatnonzero(corpus.labels != "")
    labels = corpus.labels[chosen]
    sums = np.empty((len(chosen), len(CODES)), np.float32)
    for train, test in _folds(labels):
        sums[test] = Fit(corpus, chosen[train]).sums(chosen[test])
    found = np.array(CODES)[sums.argmax(axis=1)]
    say(f"topics, {_FOLDS} folds:")
    say(import_module("sklearn.metrics").classification_report(labels, found, zero_division=0, digits=3))
    names = corpus.names[chosen]
    allowed = labels[:, None] == np.array(CODES)
    return [(f"folds of {name}", sums[names == name], allowed[names == name]) for name in sorted(set(names))]


def other_corpus(corpus: Corpus, train: str, test: str) -> Trial:
    """Train on one corpus alone and print what it makes of the other's sections."""
    fit = Fit(corpus, np.flatnonzero(corpus.names == train))
    expected = {section: codes for (name, section), codes in _EXPECTED.items() if name == test}
    chosen = np.flatnonzero((corpus.names == test) & np.isin(corpus.sections, list(expected)))
    sums, sections = fit.sums(chosen), corpus.sections[chosen]
    allowed = np.array([[code[7:9] in expected[section].split() for code in CODES] for section in sections])
    right = allowed[np.arange(len(sums)), sums.argmax(axis=1)]
    say(f"trained on {train}, tried on {test}: the topic is one that the section may be about")
    for section, codes in expected.items():
        within = sections == section
        say(f"  {section} ({codes}): {right[within].mean():.3f} of {within.sum()}")
    mean = np.mean([right[sections == section].mean() for section in expected])
    labels = corpus.labels[chosen]
    agreed = (np.array(CODES)[sums.argmax(axis=1)] == labels)[labels != ""]
    say(f"  mean of sections {mean:.3f}; agreement with the labels {agreed.mean():.3f} of {len(agreed)}")
    return f"{train} to {test}", sums, allowed


def best_temperature(trials: Sequence[Trial]) -> float:
    """Find the lowest temperature, from the likeliest of all trials on, at which sure scores are right.

    The likeliest one is fitted to trials of equal weight; it is raised until in each trial, folds and
    other corpora alike, 92 % of the first topics that score 0.8 or more are right; then by `_CAUTION`.
    """

    def loss(step: float) -> float:
        given = [(probabilities(sums, step) * allowed).sum(axis=1) for _, sums, allowed in trials]
        return float(np.mean([-np.log(each + 1e-9).mean() for each in given]))

    def is_honest(step: float) -> bool:
        for _, sums, allowed in trials:
            scores = probabilities(sums, step)
            sure = scores.max(axis=1) >= _SURE
            right = allowed[np.arange(len(sums)), scores.argmax(axis=1)]
            if sure.sum() >= _SURE_LEAST and right[sure].mean() < _SURE_RIGHT:
                return False
        return True

    likeliest = min(_STEPS, key=loss)
    honest = next((step for step in _STEPS if step >= likeliest and is_honest(step)), _STEPS[-1])
    return round(honest * _CAUTION, 4)


def calibration(trial: Trial, temperature: float) -> None:
    """Print how often the first topic is right, by its score."""
    title, sums, allowed = trial
    scores = probabilities(sums, temperature)
    right = allowed[np.arange(len(sums)), scores.argmax(axis=1)]
    best = scores.max(axis=1)
    parts = []
    for low, high in pairwise(_BINS):
        within = (best >= low) & (best < high)
        if within.any():
            parts.append(f"{low:.1f}+ {right[within].mean():.3f} ({within.sum()})")
    sure = best >= UNCERTAIN_BELOW
    say(
        f"{title}: accuracy {right.mean():.4f} over {len(right)}, "
        f"{right[sure].mean():.4f} of the {sure.mean():.0%} not uncertain; by score: {'; '.join(parts)}"
    )


def measure(corpus: Corpus) -> float:
    """Print all figures of training; return the temperature."""
    counts = sorted(Counter(corpus.labels.tolist()).items())
    learned = (corpus.typical & (corpus.labels != "")).sum()
    by_label = ", ".join(f"{code or 'open'} {count}" for code, count in counts)
    say(f"{len(corpus.labels)} articles; by label: {by_label}")
    say(f"{learned} of them are learned from")
    for name in ("sanad", "ant"):
        own_sections(corpus, name)
    trials = held_out(corpus)
    trials += [other_corpus(corpus, *pair) for pair in (("sanad", "ant"), ("ant", "sanad"))]
    temperature = best_temperature(trials)
    for trial in trials:
        calibration(trial, temperature)
    return temperature


def agreement(annotated: Sequence[Article], model_file: Path) -> None:
    """Print how often the written model's first topic is the annotator's."""
    model = read_model(model_file)
    right = 0
    for each in annotated:
        found = classify(each["title"] or "", each["text"], model=model)
        expected = f"medtop:{ANNOTATED[each['topic']]}000000"
        right += bool(found) and found[0].topic_code == expected
        if not found or found[0].topic_code != expected:
            given = ", ".join(f"{one.topic_code} {one.score:.2f}" for one in found)
            say(f"  {each['id']}: annotated {expected}, found {given}")
    say(f"annotated articles: {right} of {len(annotated)} agree, {right / len(annotated):.3f}")
