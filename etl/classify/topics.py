"""Article to topics of the IPTC Media Topics, with calibrated scores. Pure.

A linear model: each topic has a weight for each place that the words of an article are hashed to. To
the sum of the weights is added what the cues of the article say, and the result is turned into a
probability. The weights ship with the project as plain numbers.

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
from etl.classify.topic_features import Numbers, cues, places, read_words, weighed
from etl.text.letters import fold

MODEL_FILE = Path(__file__).with_name("topics.npz")
FORMAT = 2
UNCERTAIN_BELOW = 0.30
"""Below this score the best topic is no primary one: on a corpus not trained on, two of three were wrong."""
ALSO_FROM = 0.12
"""A second topic from this score on is worth a row."""
CUE_WEIGHT = 0.7
"""What the logarithm of the cues adds to the sum of a topic: from 0.3 to 0.9, corpora not trained on tell no difference."""
_MOST = 4
_SECTION_BONUS = 0.6
"""What a section that names a topic adds to its sum: as much as three cue words of a title and one more."""


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
    """The weights by place and topic, their scale by topic, and what turns sums into probabilities.

    `rarities` is the inverse document frequency by place in the articles that the model learned from.
    """

    codes: tuple[str, ...]
    rarities: npt.NDArray[np.float32]
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
            rarities=stored["rarities"].astype(np.float32),
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


def sums(model: TopicModel, title: str, body: str) -> Numbers:
    """Give the sum for each topic of an article, before they are made probabilities."""
    words = read_words(title, body)
    found, repeated = places(words)
    result: Numbers = (model.biases + CUE_WEIGHT * np.log1p(cues(words))).astype(np.float32)
    if len(found):
        values = weighed(found, repeated, model.rarities)
        result += (values @ model.weights.take(found, axis=0).astype(np.float32)) * model.scales
    return result


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
    raised = sums(model, title, body)
    stated = section_topic(section)
    if stated:
        raised[model.codes.index(f"medtop:{stated}000000")] += _SECTION_BONUS
    raised = np.exp((raised - raised.max()) / model.temperature)
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
