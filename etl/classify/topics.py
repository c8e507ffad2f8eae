"""Article to topics of the IPTC Media Topics, with calibrated scores. Pure.

A linear model: each topic has a weight for each place that the words of an article are hashed to, and
the sum of the weights is turned into a probability. The weights ship with the project as plain numbers.

>>> found = classify("مباراة الرجاء والوداد", "فاز فريق الرجاء على الوداد بهدفين في مباراة قمة الدوري.")
>>> found[0].topic_code, found[0].is_primary
('medtop:15000000', True)
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from etl.classify.topic_cues import SECTIONS
from etl.classify.topic_features import features
from etl.text.letters import fold

MODEL_FILE = Path(__file__).with_name("topics.npz")
FORMAT = 1
UNCERTAIN_BELOW = 0.30
"""Below this score the best topic is no primary one: on a corpus not trained on it was right one time in three."""
ALSO_FROM = 0.12
"""A second topic from this score on is worth a row."""
_MOST = 4
_SECTION_BONUS = 2.5
"""What a section that names a topic adds to its log-odds: as much as the clearest cue words of a title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicScore:
    """One topic of one article.

    `topic_code` is a top-level code of the IPTC Media Topics (`medtop:…`); `score` is the probability
    that it is what the article is mainly about; `is_primary` is true of one topic at most, of none
    where the model is uncertain; `rule` is the stable id of the model.
    """

    topic_code: str
    score: float
    is_primary: bool
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicModel:
    """The weights by place and topic, their scale by topic, and what turns sums into probabilities."""

    codes: tuple[str, ...]
    weights: npt.NDArray[np.int8]
    scales: npt.NDArray[np.float32]
    biases: npt.NDArray[np.float32]
    temperature: float
    rule: str


@cache
def read_model(path: Path = MODEL_FILE) -> TopicModel:
    """Read the model; once in a process. Numbers and text only: nothing in the file can be executed.

    Raises ValueError where the file is of another format than this code reads.
    """
    with np.load(path, allow_pickle=False) as stored:
        version = int(stored["format"])
        if version != FORMAT:
            msg = f"{path}: model format {version}, but this code reads {FORMAT}; train it again"
            raise ValueError(msg)
        return TopicModel(
            codes=tuple(str(each) for each in stored["codes"]),
            weights=stored["weights"],
            scales=stored["scales"],
            biases=stored["biases"],
            temperature=float(stored["temperature"]),
            rule=str(stored["rule"]),
        )


@cache
def _section_codes() -> Mapping[str, str]:
    return {
        fold(name).removeprefix("ال"): code for code, names in SECTIONS.items() for name in names.split("|")
    }


def section_topic(section: str | None) -> str | None:
    """Give the first two figures of the topic that a section's name states, None where it states none.

    >>> section_topic("الرياضة"), section_topic("اقتصاد و أعمال"), section_topic("أخبار"), section_topic(None)
    ('15', '04', None, None)
    """
    if not section:
        return None
    name = re.sub(r"\bو (?=\w)", "و", " ".join(re.findall(r"\w+", fold(section))))
    codes = _section_codes()
    bare = re.sub(r"\b(و?)ال", r"\1", name)
    return codes.get(name.removeprefix("ال")) or codes.get(bare)


def log_odds(model: TopicModel, title: str, body: str) -> npt.NDArray[np.float32]:
    """Give the sum of an article's weights for each topic, before they are made probabilities."""
    places, values = features(title, body)
    if not len(places):
        return model.biases
    sums: npt.NDArray[np.float32] = values @ model.weights[places].astype(np.float32)
    return sums * model.scales + model.biases


def classify(
    title: str, body: str, section: str | None = None, *, model: TopicModel | None = None
) -> tuple[TopicScore, ...]:
    """Score the topics of an article, the likeliest first; four at most, always one at least.

    `section` is the outlet's own, where the page states it. The first topic is primary unless its
    score is below `UNCERTAIN_BELOW`: then none is, and the rows say what was considered. An article
    without a word has no topic.
    """
    model = model or read_model()
    if not title.strip() and not body.strip():
        return ()
    sums = log_odds(model, title, body) / model.temperature
    stated = section_topic(section)
    if stated:
        sums[model.codes.index(f"medtop:{stated}000000")] += _SECTION_BONUS
    raised = np.exp(sums - sums.max())
    scores = raised / raised.sum()
    ranked = np.argsort(-scores, kind="stable")[:_MOST]
    return tuple(
        TopicScore(
            topic_code=model.codes[each],
            score=round(float(scores[each]), 4),
            is_primary=place == 0 and bool(scores[each] >= UNCERTAIN_BELOW),
            rule=model.rule,
        )
        for place, each in enumerate(ranked)
        if place == 0 or scores[each] >= ALSO_FROM
    )
