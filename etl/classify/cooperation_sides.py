"""The parties of a sentence to the two sides of a fact: who acts, upon whom. Pure.

Arabic says it by order and by preposition: the verb's subject comes before its object, the goal stands
behind إلى or ل, the origin behind من, the companion behind مع.
"""

from collections.abc import Callable, Sequence
from types import MappingProxyType

from etl.classify.cooperation_mutual import (
    BY,
    PAIR,
    States,
    around,
    linked,
    mutual,
    only_two,
    other_than,
    pairs,
    with_partner,
)
from etl.classify.cooperation_parties import Mark, Party
from etl.classify.cooperation_terms import Frame
from etl.classify.cooperation_words import pattern

_VISIT_NOUN = pattern("زيار")


_LEARNS = pattern(
    r"(?<!\w)[وف]?(?:شارك|شاركت|[يت]شارك|استفاد|استفادت|[يت]ستفيد|خضع|خضعت|[يت]خضع|تابع|تابعت)(?!\w)"
)


_TRAINING = pattern("تدريب|تكوين")


_HOMEWARD = pattern(r"(?:إلى|ل)\s?(?:بلدهم|بلادهم|بلده|بلدانهم|أوطانهم|وطنهم|بلدها)")


_GIVEN_BY = pattern(
    r"(?<!\w)(?:[اأ]شرف\w? عليها|[يت]شرف عليها|نظمها|نظمتها|قدمها|قدمتها|أطرها|أطرتها|على يد|على أيدي|من قبل|من طرف|تحت إشراف|بإشراف)(?!\w)"
)


_ITS = pattern(r"تعاون(?:ه|ها|هم)$")


_BY_WHOM = pattern(r" (?:ال)?(?:رئيس|وزير|وزيرة|وفد|ملك|أمير|قائد|مدير|مسؤول|مبعوث|نائب|مستشار)(?!\w)")


_OF_BOTH = pattern(r"\sبين ال(?:بلدين|جانبين|طرفين|دولتين)(?!\w)")


_VISIT_REACH = 70


_NEXT_WORD = 6


_ADJACENT = 3


_FROM_REACH = 12


_FAR = 170


_GIVING = (Mark.NONE, Mark.WITH, Mark.FROM)
"""How the giver stands behind the goal; from where a passive names it (تم تسليمه إلى ليبيا من طرف تونس)."""


def _visit(text: str, found: Sequence[Party], span: tuple[int, int]) -> States | None:
    before, after = around(found, span[1])
    is_noun = bool(_VISIT_NOUN.search(text, *span))
    if is_noun:
        after = [each for each in after if each.start - span[1] <= _VISIT_REACH]
        if _BY_WHOM.match(text, span[1]) and not any(each.mark in (Mark.TO, Mark.AT) for each in after):
            # "the visit of Russia's president" to a place that is no state: no state is host.
            return None
    host = next((each for each in after if each.mark in (Mark.TO, Mark.AT)), None)
    if after and not is_noun and after[0].start - span[1] <= _ADJACENT and after[0].mark is Mark.NONE:
        host = after[0]
    if host is None and after and not (is_noun and after[0].start - span[1] > _NEXT_WORD):
        host = next((each for each in after[1:] if each.state != after[0].state), after[0])
    if host is None:
        return None
    inner = [each for each in after if each.start < host.start]
    visitor = other_than(inner, host.state) or other_than(before, host.state)
    if visitor is None and not is_noun:
        # The place goes before a long subject (يصل إلى عمان غدا قائد الجيش اللبناني).
        behind = [each for each in after if each.start > host.start and each.mark is Mark.NONE]
        visitor = other_than(behind, host.state)
    return ((visitor.state,), (host.state,)) if visitor else None


def _host(found: Sequence[Party], span: tuple[int, int]) -> States | None:
    before, after = around(found, span[1])
    staying = [each for each in after if each.mark is not Mark.AT] or after
    if not staying:
        return None
    guest = other_than(staying, staying[0].state)
    if guest:
        return (guest.state,), (staying[0].state,)
    host = other_than(before, staying[0].state)
    if host:
        return (staying[0].state,), (host.state,)
    place = other_than(after, staying[0].state)
    return ((staying[0].state,), (place.state,)) if place else None


def _taught(text: str, before: Sequence[Party], after: Sequence[Party]) -> States | None:
    """Read a course by its place: who takes part in it, or is named behind the noun, learns at the other's."""
    place = next((each for each in after if each.mark is Mark.AT), None)
    learner = other_than(before, place.state) if place and _LEARNS.search(text, 0, place.start) else None
    if place and not before and after[0].mark is Mark.NONE and after[0].state != place.state:
        learner = after[0]
    return ((place.state,), (learner.state,)) if place and learner else None


def _transfer(text: str, found: Sequence[Party], span: tuple[int, int]) -> States | None:
    real = [each for each in found if not each.is_affected]
    before, after = around(real, span[1])
    if after and after[0].mark is Mark.FROM and after[0].start - span[1] <= _FROM_REACH and before:
        taker = other_than(before, after[0].state)
        return ((after[0].state,), (taker.state,)) if taker else None
    if before and after and _GIVEN_BY.search(text, span[1], after[0].start):
        taker = other_than(before[::-1], after[0].state)
        return ((after[0].state,), (taker.state,)) if taker else None
    asked = next((each for each in before if each.mark is Mark.FROM), None) if not after else None
    if asked and (taker := other_than(before[::-1], asked.state)):
        return (asked.state,), (taker.state,)
    if after and _TRAINING.search(text, *span) and (taught := _taught(text, before, after)):
        return taught
    if _HOMEWARD.search(text, span[1]):
        # "migrants from Ghana to their country": the origin is where they go.
        found = [each._replace(is_affected=each.is_affected or each.mark is Mark.FROM) for each in found]
        real = [each for each in found if not each.is_affected]
        before, after = around(real, span[1])
    goal = next((each for each in after if each.mark is Mark.TO), None) or next(
        (each for each in before if each.mark is Mark.TO), None
    )
    givers = [each for each in after if each.mark in (Mark.NONE, Mark.FROM)]
    if goal is None and len({each.state for each in givers}) >= PAIR:
        goal = other_than(givers, givers[0].state)
    if goal is None and after:
        goal = next((each for each in after if each.mark is Mark.AT), None) or (
            after[0] if before and after[0].start - span[1] <= BY else None
        )
    if goal is None:
        goal = next((each for each in found if each.is_affected), None)
    if goal is None:
        return None
    giver = (
        other_than([each for each in givers if each.start < goal.start or goal in before], goal.state)
        or other_than(before[::-1], goal.state)
        or other_than([each for each in after if each.mark in _GIVING], goal.state)
    )
    return ((giver.state,), (goal.state,)) if giver else None


def _source(found: Sequence[Party], span: tuple[int, int]) -> States | None:
    """Take who stands behind the information for its giver, and who acted on it for its receiver."""
    before, after = around(found, span[1])
    giver = next((each for each in after if each.mark is not Mark.TO and each.start - span[1] <= BY), None)
    if giver is None:
        return None
    goal = next((each for each in after if each.mark is Mark.TO and each.state != giver.state), None)
    goal = goal or other_than(before[::-1], giver.state) or other_than(after, giver.state)
    return ((giver.state,), (goal.state,)) if goal else None


def _receipt(found: Sequence[Party], span: tuple[int, int]) -> States | None:
    real = [each for each in found if not each.is_affected]
    giver = next((each for each in real if each.mark is Mark.FROM and each.start >= span[1]), None)
    receiver = other_than(real, giver.state) if giver else None
    return ((giver.state,), (receiver.state,)) if giver and receiver else None


def _request(found: Sequence[Party], topic: tuple[int, int]) -> States | None:
    """Take who is named with the request for the one who asked, and who stands free for the one who arrested."""
    real = [each for each in found if not each.is_affected]
    asking = next((each for each in real if each.start >= topic[0]), None)
    if asking is None:
        return None
    free = [each for each in real if each.mark is Mark.NONE and each.state != asking.state]
    arresting = free[0] if free else other_than(real, asking.state)
    return ((arresting.state,), (asking.state,)) if arresting else None


def _speech(
    text: str, found: Sequence[Party], span: tuple[int, int], topic: tuple[int, int]
) -> States | None:
    """Take who stands by the verb for the speaker, and who stands by "cooperation" for the partner."""
    before, after = around(found, span[1])
    speaker = next((each for each in after if each.end <= topic[0]), None) or (before[0] if before else None)
    if speaker is None:
        return None
    partner = next(
        (
            each
            for each in after
            if each.state != speaker.state and topic[0] <= each.start <= topic[1] + _VISIT_REACH
        ),
        None,
    )
    if partner is None and (_OF_BOTH.search(text, topic[1]) or _ITS.search(text[: topic[1]])):
        partner = other_than([each for each in after if each.end <= topic[0]], speaker.state)
    if partner is None:
        both = [each for each in after if each.end <= topic[0]]
        pair = next((each for each in pairs(both) if linked(text, *each)), None)
        return ((pair[0].state,), (pair[1].state,)) if pair else None
    return (speaker.state,), (partner.state,)


Place = tuple[int, int]
_Reader = Callable[[str, Sequence[Party], Place, Place], States | None]
# What each frame makes of the text, the parties near the trigger, the trigger and the topic.
_READERS: MappingProxyType[Frame, _Reader] = MappingProxyType(
    {
        Frame.MUTUAL: lambda text, found, span, _: mutual(text, acting(found), span),
        Frame.SHARED: lambda text, found, span, _: (
            mutual(text, acting(found), span) or only_two(acting(found))
        ),
        Frame.WITH: lambda _text, found, span, _: with_partner(acting(found), span),
        Frame.VISIT: lambda text, found, span, _: _visit(text, acting(found), span),
        Frame.HOST: lambda _text, found, span, _: _host(acting(found), span),
        Frame.SOURCE: lambda _text, found, span, _: _source(acting(found), span),
        Frame.RECEIPT: lambda _text, found, span, _: _receipt(acting(found), span),
        Frame.REQUEST: lambda _text, found, _, topic: _request(acting(found), topic),
        Frame.SPEECH: lambda text, found, span, topic: _speech(text, acting(found), span, topic),
        Frame.TRANSFER: lambda text, found, span, _: _transfer(text, found, span),
    }
)


def acting(found: Sequence[Party]) -> list[Party]:
    """Give the parties without those whom the deed happens to."""
    return [each for each in found if not each.is_affected]


def sides(
    text: str, found: Sequence[Party], span: Place, frame: Frame, topic: Place | None = None
) -> States | None:
    """Give the acting states and the others of a trigger at a span, None where the sentence names no two.

    `topic` is the place of the word that a statement is about, or of the request for an arrest.
    """
    near = [each for each in found if span[0] - each.end <= _FAR and each.start - span[1] <= _FAR]
    return _READERS[frame](text, near, span, topic or span)
