"""A country's name before "today" to a newspaper of that name, or to the country and the day. Pure.

المغرب اليوم is a newspaper in «الرباط - المغرب اليوم» and «وفق المغرب اليوم», and a state in «وصل إلى المغرب
اليوم وفد»: what stands around the two words decides.
"""

from collections.abc import Sequence

from etl.link.gazetteer import Match
from etl.link.tokens import SPACE, Token, bare
from etl.text.letters import fold

_TODAY = fold("اليوم")
_OUTLETS = frozenset(
    fold("صحيفة جريدة موقع قناة شبكة وكالة بوابة مجلة منصة إذاعة يومية مراسل مراسلة كاميرا").split()
)
_BY = frozenset(
    fold("عن وفق وفقا حسب بحسب وحسب ووفق ذكرت وذكرت نقلت ونقلت بثت نشرت ونشرت أوردت وأوردت").split()
)
_OF_OUTLETS = frozenset(fold("الإلكترونية الإلكتروني الإخبارية الإخباري").split())
_TO = "ل"


def is_of_the_day(match: Match, tokens: Sequence[Token]) -> bool:
    """Tell that the name of an outlet that ends in "today" is none here."""
    if tokens[match.last].word != _TODAY or match.first == match.last:
        return False
    first = tokens[match.first]
    after = tokens[match.last + 1] if match.last + 1 < len(tokens) else None
    if first.gap != SPACE and (after is None or after.gap != SPACE):
        return False  # between quotes or brackets, in a dateline, in a line of its own
    if after is not None and after.word in _OF_OUTLETS:
        return False
    if first.word.startswith(_TO) and match.cut:
        return False  # قال لروسيا اليوم
    before = tokens[match.first - 1].word if match.first else ""
    return before not in _BY and bare(before) not in _OUTLETS
