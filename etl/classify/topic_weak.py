"""A labelled training article to the topic that it is taken for, or to none. Pure; used by training alone.

The two corpora have sections of their own: some are a topic (Sports), some hold many (localNews). Where
a section leaves it open, the cues of the article decide, and only where one topic leads: a doubtful
article teaches nothing.
"""

from collections.abc import Mapping
from types import MappingProxyType

from etl.classify.topic_features import CODES, Numbers

# A section that is a topic by its name is taken at its word.
SAME: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("sanad", "Culture"): "01",
        ("sanad", "Finance"): "04",
        ("sanad", "Medical"): "07",
        ("sanad", "Religion"): "12",
        ("sanad", "Sports"): "15",
        ("sanad", "Tech"): "13",
        ("ant", "sport"): "15",
    }
)
# Of these, many articles are announcements of authorities and companies.
ANNOUNCING = frozenset({("sanad", "Tech"), ("sanad", "Finance"), ("sanad", "Medical")})
# What a section makes likely, in the unit of one cue in the title's weight.
LEANING: Mapping[tuple[str, str], Mapping[str, float]] = MappingProxyType(
    {
        # Wars and trials stand here too: no leaning, lest they teach that all of them are politics.
        ("sanad", "Politics"): {},
        ("ant", "culture"): {"01": 4.0},
        ("ant", "economy"): {"04": 4.0},
        ("ant", "politic"): {"11": 4.0},
        ("ant", "technology"): {"13": 4.0},
        ("ant", "internationalNews"): {"11": 1.0, "16": 0.5, "02": 0.5},
        ("ant", "localNews"): {},
        ("ant", "society"): {"02": 1.5, "03": 0.5, "14": 1.0},
        ("ant", "diverse"): {"08": 2.5},
    }
)
_LEAST, _LEAD = 4.5, 1.1
_TYPICAL = 3.0


def column(code: str) -> int:
    """Give the column of a topic by the first two figures of its code."""
    return CODES.index(f"medtop:{code}000000")


def weak_label(corpus: str, section: str, said: Numbers) -> str | None:
    """Give the topic that an article is taken for in training, None where its cues leave it open.

    `said` is what its cues say for each topic. Raises KeyError for a section that neither table knows:
    a new corpus needs a decision, not a guess.
    """
    known = SAME.get((corpus, section))
    if known:
        return CODES[column(known)]
    scores = said.copy()
    for code, likely in LEANING[corpus, section].items():
        scores[column(code)] += likely
    best, second = map(int, (-scores).argsort(kind="stable")[:2])
    if scores[best] < _LEAST or scores[best] < _LEAD * scores[second]:
        return None
    return CODES[best]


def is_typical(corpus: str, section: str, said: Numbers) -> bool:
    """Tell whether an article of a section full of announcements speaks in the words of its topic.

    Where it does not, what it shares with its section is the outlet's manners (memoranda, officials,
    delegations), and would teach that cooperation between states is technology. Such articles test a
    model but teach none.
    """
    if (corpus, section) not in ANNOUNCING:
        return True
    return bool(said[column(SAME[corpus, section])] >= _TYPICAL)
