"""Facts of cooperation from sentences with given mentions: sides, stages, dates, offsets, merging."""

from datetime import UTC, date, datetime

import pytest

from etl.classify.cooperation import Cooperation, CooperationKind, Stage, find_cooperation
from etl.classify.cooperation_rules import RULES
from etl.model import Mention, MentionKind

PUBLISHED = datetime(2026, 11, 10, 9, tzinfo=UTC)


def mention(text: str, surface: str, entity: str, field: str = "body", *, nth: int = 0) -> Mention:
    start = -1
    for _ in range(nth + 1):
        start = text.index(surface, start + 1)
    kind = (
        MentionKind.COUNTRY
        if entity.isupper()
        else MentionKind.AGENCY
        if "-" in entity
        else MentionKind.OFFICIAL
    )
    return Mention(
        kind=kind,
        entity_id=entity,
        field=field,
        surface=surface,
        start=start,
        end=start + len(surface),
        rule="t/1",
        score=1.0,
    )


def facts(
    body: str, *named: tuple[str, str], title: str = "", homes: dict[str, str] | None = None
) -> tuple[Cooperation, ...]:
    mentions = [mention(body, surface, entity) for surface, entity in named]
    return find_cooperation(title, body, mentions, PUBLISHED, homes=homes or {})


def test_a_planned_visit_has_its_days() -> None:
    body = "من المنتظر أن يقوم وزير الداخلية الأمريكي جون سميث بزيارة إلى المغرب ما بين 12 و21 من شهر نونبر الجاري لبحث مكافحة المخدرات."
    (fact,) = facts(body, ("الأمريكي", "US"), ("جون سميث", "smith"), ("المغرب", "MA"), homes={"smith": "US"})
    assert (fact.kind, fact.stage, fact.is_directed) == (
        CooperationKind.VISIT_OR_MEETING,
        Stage.PLANNED,
        True,
    )
    assert (fact.actor.states, fact.actor.officials, fact.partner.states) == (("US",), ("smith",), ("MA",))
    assert (fact.date_from, fact.date_to) == (date(2026, 11, 12), date(2026, 11, 21))
    assert "drugs" in fact.subjects


def test_offsets_lead_to_the_sentence_and_the_trigger() -> None:
    body = "تمهيد لا يقول شيئا.\nوقّعت تونس وليبيا أمس مذكرة تفاهم لضبط الحدود. ثم غادر الوفد."
    (fact,) = facts(body, ("تونس", "TN"), ("ليبيا", "LY"))
    assert body[fact.start : fact.end] == fact.sentence
    assert body[fact.trigger_start : fact.trigger_end] == "وقّعت"
    assert fact.date_from == date(2026, 11, 9)


def test_who_hands_over_is_told_from_who_receives() -> None:
    given = "سلمت إسبانيا متهما بالإرهاب إلى المغرب."
    taken = "تسلم المغرب من إسبانيا متهما بالإرهاب."
    named = (("إسبانيا", "ES"), ("المغرب", "MA"))
    for body in (given, taken):
        (fact,) = facts(body, *named)
        assert fact.kind is CooperationKind.EXTRADITION
        assert (fact.actor.states, fact.partner.states) == (("ES",), ("MA",))


@pytest.mark.parametrize(
    ("verb", "stage"),
    [
        ("وقعت", Stage.DONE),
        ("ستوقع", Stage.PLANNED),
        ("تعتزم أن توقع", Stage.PLANNED),
        ("لم توقع", None),
        ("قد توقع", None),
        ("في حال وقعت", None),
        ("سبق أن وقعت", None),
    ],
)
def test_the_words_around_the_verb_decide_the_stage(verb: str, stage: Stage | None) -> None:
    found = facts(f"{verb} مصر والأردن اتفاقية أمنية لمكافحة التهريب.", ("مصر", "EG"), ("الأردن", "JO"))
    assert [fact.stage for fact in found] == ([] if stage is None else [stage])


def test_what_is_quoted_as_speech_is_no_fact() -> None:
    named = (("مصر", "EG"), ("الأردن", "JO"))
    assert facts("وقعت مصر والأردن اتفاقية أمنية جديدة.", *named)
    assert not facts("وقال الكاتب: «وقعت مصر والأردن اتفاقية أمنية جديدة وانتهى الأمر».", *named)


def test_a_cancelled_visit_is_a_fact_of_its_own() -> None:
    (fact,) = facts(
        "ألغى وزير الدفاع التركي زيارته إلى العراق لأسباب أمنية.", ("التركي", "TR"), ("العراق", "IQ")
    )
    assert fact.stage is Stage.DENIED_OR_CANCELLED


def test_an_old_deed_is_background() -> None:
    body = "وقعت مصر والأردن اتفاقية أمنية في 3 مارس 2024."
    assert not facts(body, ("مصر", "EG"), ("الأردن", "JO"))


def test_two_sentences_about_one_visit_are_one_fact_with_all_its_agencies() -> None:
    body = (
        "استقبل مدير الأمن المغربي اليوم مدير المكتب الأمريكي.\n"
        "وشكل هذا اللقاء مناسبة لبحث التعاون بين مديرية المراقبة ومكتب التحقيقات."
    )
    named = (
        ("المغربي", "MA"),
        ("الأمريكي", "US"),
        ("مديرية المراقبة", "ma-dgst"),
        ("مكتب التحقيقات", "us-fbi"),
    )
    (fact,) = facts(body, *named)
    assert (fact.actor.states, fact.actor.agencies) == (("US",), ("us-fbi",))
    assert (fact.partner.states, fact.partner.agencies) == (("MA",), ("ma-dgst",))


def test_the_two_sides_stand_for_the_pair_last_named() -> None:
    body = "عقد وزير الداخلية المغربي اجتماعا مع نظيره الهولندي حول الهجرة.\nواتفق الطرفان على مكافحة شبكات التهريب."
    found = facts(body, ("المغربي", "MA"), ("الهولندي", "NL"))
    assert [(fact.kind, fact.actor.states, fact.partner.states) for fact in found] == [
        (CooperationKind.VISIT_OR_MEETING, ("MA",), ("NL",)),
        (CooperationKind.AGREEMENT, ("MA",), ("NL",)),
    ]


def test_a_headline_and_its_text_are_one_fact_and_the_text_decides() -> None:
    title = "تونس والجزائر توقعان اتفاقا أمنيا"
    body = "ستوقع تونس والجزائر الأسبوع المقبل اتفاقا أمنيا لحماية الحدود."
    mentions = [
        mention(text, *each, field)
        for field, text in (("title", title), ("body", body))
        for each in (("تونس", "TN"), ("الجزائر", "DZ"))
    ]
    (fact,) = find_cooperation(title, body, mentions, PUBLISHED)
    assert (fact.stage, fact.field, fact.sentence_count) == (Stage.PLANNED, "body", 2)


def test_two_states_that_the_text_does_not_join_did_nothing_together() -> None:
    body = "اجتمع وزير الداخلية اللبناني بقادة الشرطة، وقال إن إسرائيل تهدد أمن البلاد."
    assert not facts(body, ("اللبناني", "LB"), ("إسرائيل", "IL"))


def test_without_mentions_there_are_no_facts() -> None:
    assert find_cooperation("عنوان", "وقعت مصر والأردن اتفاقية أمنية.", (), PUBLISHED) == ()


def test_without_a_day_of_print_there_is_no_date() -> None:
    body = "وقعت تونس وليبيا أمس مذكرة تفاهم لضبط الحدود."
    mentions = [mention(body, "تونس", "TN"), mention(body, "ليبيا", "LY")]
    (fact,) = find_cooperation("", body, mentions, None)
    assert fact.date_from is fact.date_to is None


def test_rule_ids_are_unique_and_versioned() -> None:
    ids = [rule.rule_id for rule in RULES]
    assert len(ids) == len(set(ids))
    assert all(each.rpartition("/")[2].isdigit() for each in ids)
