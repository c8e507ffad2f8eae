"""The countries that an article names, by name, nisba, capital or seat; context decides the doubtful ones. Pure."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from etl.link import grammar
from etl.link.found import Person, Place
from etl.link.gazetteer import Match
from etl.link.reading import Reading
from etl.link.tokens import ARTICLE, SOFT, bare

NAME_RULE = "country-name/1"
CONTEXT_RULE = "country-context/1"

# Ambiguous by the list, yet in the press nearly always the country; a rule below rejects the rest.
_USUALLY = frozenset(
    """
    المغرب قطر قطري النيجر تشاد بروكسل بروكسيل طرابلس غينيا جورجيا كيني روماني الكونغو كوريا كوري بنغالي مسقط انجليزي
    صهيوني صهاينه صرب الصرب كونغولي غيني بولونيا الكوريتين الكوريتان سول الكريملن
    """.split()
)
# Behind these a country's name is part of a proper name: بنك مصر, صحيفة الرياض, اتصالات المغرب.
_PROPER = frozenset(
    "ناحيه قريه بلده ضاحيه محله حي شركه صحيفه جريده مجله قناه اذاعه نادي شارع طيران خطوط اتصالات بنك مصرف فندق مستشفي جامعه حزب بريد راديو تلفزيون".split()
)
_PRESS = frozenset("صحيفه جريده مجله قناه اذاعه موقع صحيفتي صحيفتا".split())
_COMPANIES = frozenset({"شركه", "وشركه", "لشركه", "بشركه", "بنك", "لبنك", "وبنك", "مصرف", "جمعيه", "لجمعيه"})
_LINKS = frozenset(
    {"في", "من", "علي", "الي", "دوله", "حكومه", "مملكه", "جمهوريه", "مسجله", "مقرها", "عن", "خارج"}
)
_LIKE_NAMES = frozenset({"كيني", "غيني", "بيني", "تشادي", "دنماركي", "ايرلندي", "مالطي", "كوري", "روماني"})
"""Foreign surnames and first names that are nisbas too: تيم كيني."""
_LANGUAGE = frozenset({"لغه", "لغات", "لهجه", "ترجمه", "قاموس"})
_PRAYER = frozenset({"صلاه", "اذان", "بعد", "قبل", "عند", "وقت", "عشاء", "عصر"})
_REGION_AFTER = frozenset({"العربي", "الكبير", "الاسلامي", "الاوسط", "الاقصي"})
_FINANCE_BEFORE = frozenset(
    "وزير وزاره سوق اسواق ازمه سياسه هيءه قطاع مواءيه موارد اوراق مستحقات اعتماد مساعدات خدمات موسسات لجنه قوانين قانون شوون تسويات رقابه".split()
)


def find_countries(reading: Reading, people: Sequence[Person]) -> list[Place]:
    """Return every mention of a country, in reading order."""
    kept = _kept(reading, people)
    certain = Counter(each.name.entity_id for group in kept for each in group if not each.name.is_ambiguous)
    found: list[Place] = []
    for group in kept:
        sure = [each for each in group if not each.name.is_ambiguous]
        if sure:
            found.append(_place(sure[0], NAME_RULE, 1.0))
            continue
        chosen = _decided(reading, group, certain)
        if chosen is not None:
            found.append(chosen)
    return found


def _place(match: Match, rule: str, score: float) -> Place:
    name = match.name
    return Place(
        kind="country",
        entity_id=name.entity_id,
        first=match.first,
        last=match.last,
        cut=match.cut,
        rule=rule,
        score=score,
        form=name.form,
    )


def _kept(reading: Reading, people: Sequence[Person]) -> list[list[Match]]:
    """Give the longest country at each place, all its readings, without those inside other names."""
    excluded = _excluded(reading)
    named = {at for person in people for at in range(person.first, person.last + 1)}
    by_span: defaultdict[tuple[int, int], list[Match]] = defaultdict(list)
    for match in reading.matches:
        if match.name.kind == "country" and match.first in reading.country_at:
            by_span[match.first, match.last].append(match)
    taken: set[int] = set()
    kept: list[list[Match]] = []
    for (first, last), group in sorted(
        by_span.items(), key=lambda item: (item[0][0] - item[0][1], item[0][0])
    ):
        words = range(first, last + 1)
        if taken.intersection(words) or named.intersection(words):
            continue
        fewest = min(match.cut for match in group)
        left = [
            match
            for match in group
            if match.cut == fewest
            and not any(_hides(each, match) for each in excluded)
            and not _is_name(reading, match)
        ]
        taken.update(words)
        if left:
            kept.append(left)
    return sorted(kept, key=lambda group: group[0].first)


def _excluded(reading: Reading) -> list[Match]:
    return [match for match in reading.matches if match.name.kind == "exclusion"]


def _hides(phrase: Match, match: Match) -> bool:
    within = phrase.first <= match.first and match.last <= phrase.last
    return within and phrase.name.entity_id in {"", match.name.entity_id}


def _is_name(reading: Reading, match: Match) -> bool:  # noqa: C901, PLR0911 (a decision list)
    """Tell a surname (محمد المصري), a language and a person called تركي from the nisba."""
    tokens = reading.tokens
    at = match.first
    word = tokens[at].word
    joined = at > 0 and tokens[at].gap < SOFT
    before = tokens[at - 1].word if joined else ""
    if match.name.form != "demonym" and _is_quoted(reading, at):
        return True
    if word == "يمني" and at + 1 < len(tokens) and reading.text.surface(at, at).endswith("ى"):
        return reading.kind(at + 1) == "name"
    if match.name.form != "demonym":
        noun = before if bare(before) in _PROPER else before[1:]
        if joined and at > 1 and tokens[at - 1].gap < SOFT and tokens[at - 2].word in _COMPANIES:
            # شركة تكافل الإمارات, شركة نفط الكويت: one noun between, without article or preposition
            return match.cut == 0 and not before.startswith((ARTICLE, "ب", "ل")) and before not in _LINKS
        return bare(noun) in _PROPER and not any(
            each is not None and each.last >= match.last
            for each in (reading.agency_at.get(at - 1), reading.agency_at.get(at))
        )
    if bare(before) in _LANGUAGE or before[1:] in _LANGUAGE or _is_language(reading, at):
        return True
    after = tokens[at + 1].word if at + 1 < len(tokens) and tokens[at + 1].gap < SOFT else ""
    if before in {"باب", "حاره", "حي", "وباب"} and word == "المغاربه":
        return True
    if word == "تركي" and (after == "بن" or before in grammar.HONORIFICS or after == "ال"):
        return True
    if not word.endswith("ي") or not joined:
        return False
    if not word.startswith(ARTICLE) and match.cut == 0 and word in _LIKE_NAMES:
        return reading.kind(at - 1) in {"name", "unknown"} and reading.place_at(at - 1) is None
    if before in {"بن", "ابن", "ابو", "ال"}:
        return True
    return (
        word.startswith(ARTICLE)
        and reading.kind(at - 1) == "name"
        and not before.startswith(ARTICLE)
        and before in reading.facts.given
        and reading.place_at(at - 1) is None
        and bare(before) not in reading.facts.title_words
    )


def _is_quoted(reading: Reading, at: int) -> bool:
    """Tell a newspaper in quotes or brackets: جريدة (قطر تربيون), صحيفة «الرياض»."""
    tokens = reading.tokens
    return at > 0 and tokens[at].gap == SOFT and bare(tokens[at - 1].word.lstrip("بلو")) in _PRESS


def _is_language(reading: Reading, at: int) -> bool:
    """Tell the later ones of several languages: باللغات العربية والإنجليزية والفرنسية."""
    tokens = reading.tokens
    while at and tokens[at].gap < SOFT and tokens[at].word.startswith("وال"):
        at -= 1
        if not tokens[at].word.removeprefix("و").startswith(ARTICLE):
            return False
        before = tokens[at - 1].word if at else ""
        if bare(before) in _LANGUAGE or bare(before[1:]) in _LANGUAGE:
            return True
    return False


def _decided(reading: Reading, group: list[Match], certain: Counter[str]) -> Place | None:  # noqa: PLR0911 (a decision list)
    """Choose among the readings of a doubtful name, or none."""
    folded = group[0].name.folded
    likely = [match for match in group if certain[match.name.entity_id]]
    if folded in {"مالي", "ماليه", "ماليون", "ماليين"}:
        return _mali(reading, group[0], is_certain=bool(likely))
    if folded == "عمان":
        return _oman(reading, group, certain)
    if folded == "طرابلس" and certain["LB"] > certain["LY"]:
        return None
    if folded == "المغرب" and _is_prayer_or_region(reading, group[0]):
        return None
    if folded == "قطر" and _is_diameter(reading, group[0]):
        return None
    if not likely and _is_other_word(reading, group[0]):
        return None
    if likely:
        best = max(likely, key=lambda match: certain[match.name.entity_id])
        return _place(best, CONTEXT_RULE, 0.9)
    if folded in _USUALLY or _is_governed(reading, group[0]):
        return _place(group[0], CONTEXT_RULE, 0.7)
    return None


def _is_other_word(reading: Reading, match: Match) -> bool:
    """Tell a first name or a common word by the name that follows it or stands before it."""
    tokens = reading.tokens
    folded = match.name.folded
    after = match.last + 1
    if (
        folded in {"تشاد", "جورجيا", "صوفيا", "كيني", "فيكتوريا"}
        and after < len(tokens)
        and tokens[after].gap < SOFT
    ):
        return reading.kind(after) in {"name", "unknown"}
    return folded == "روماني" and reading.bare(match.first - 1) in {
        "عصر",
        "اثار",
        "عهد",
        "مدينه",
        "فن",
        "مسرح",
    }


def _is_prayer_or_region(reading: Reading, match: Match) -> bool:
    tokens = reading.tokens
    at = match.first
    if at and tokens[at].gap < SOFT and bare(tokens[at - 1].word) in _PRAYER:
        # بعد المغرب may be either; the prayer needs its own word, the country its own evidence.
        return bare(tokens[at - 1].word) in {"صلاه", "اذان", "عشاء", "عصر"}
    after = tokens[match.last + 1].word if match.last + 1 < len(tokens) else ""
    if after == "الاقصي":
        return False
    return after in _REGION_AFTER or after == "والعشاء"


def _is_diameter(reading: Reading, match: Match) -> bool:
    tokens = reading.tokens
    before = tokens[match.first - 1].word if match.first else ""
    after = tokens[match.last + 1].word if match.last + 1 < len(tokens) else ""
    return (
        before in {"نصف", "بنصف", "كل", "اي"} or after[:1].isdigit() or after in {"الداءره", "داءره", "يبلغ"}
    )


def _mali(reading: Reading, match: Match, *, is_certain: bool) -> Place | None:
    tokens = reading.tokens
    before = bare(tokens[match.first - 1].word) if match.first and tokens[match.first].gap < SOFT else ""
    word = tokens[match.first].word
    if word in {"مالي", "ومالي", "لمالي", "بمالي"}:
        governed = before in grammar.BEFORE_PLACE or (match.cut > 0 and is_certain)
        if governed or (is_certain and before in grammar.GOVERNMENT) or _beside_country(reading, match):
            return _place(match, CONTEXT_RULE, 0.9 if is_certain else 0.7)
        return None
    if is_certain and before in grammar.GOVERNMENT and before not in _FINANCE_BEFORE:
        return _place(match, CONTEXT_RULE, 0.7)
    return None


def _beside_country(reading: Reading, match: Match) -> bool:
    """Tell a member of a list of countries: مالي والنيجر."""
    if match.name.form != "name":
        return False
    near = [reading.country_at.get(match.last + 1)]
    if match.first:
        near.append(reading.country_at.get(match.first - 1))
    return any(each is not None and each.name.form == "name" and each.name.folded != "مالي" for each in near)


_SULTANATE = frozenset({"سلطان", "سلطنه", "بسلطنه", "لسلطنه", "وسلطنه", "لسلطان", "وسلطان"})


def _oman(reading: Reading, group: list[Match], certain: Counter[str]) -> Place | None:
    by_code = {match.name.entity_id: match for match in group}
    match = group[0]
    surface = reading.text.surface(match.first, match.last, match.cut)
    before = reading.bare(match.first - 1) if match.first else ""
    if "عُ" in surface or before in _SULTANATE:
        code, score = "OM", 1.0
    elif "عَ" in surface or "مّ" in surface:
        code, score = "JO", 1.0
    elif certain["OM"] and not certain["JO"]:
        code, score = "OM", 0.9
    elif certain["JO"]:
        code, score = "JO", 0.9 if not certain["OM"] else 0.6
    else:
        code, score = ("OM", 0.6) if certain["AE"] or certain["SA"] or certain["QA"] else ("JO", 0.6)
    return _place(by_code[code], CONTEXT_RULE, score) if code in by_code else None


def _is_governed(reading: Reading, match: Match) -> bool:
    """Tell a nation's nisba by what it describes, and a capital by the preposition or العاصمة before it."""
    tokens = reading.tokens
    if match.first == 0 or tokens[match.first].gap >= SOFT:
        return False
    before = bare(tokens[match.first - 1].word)
    if match.name.form == "demonym":
        return (
            match.name.folded not in {"قمري", "عاجي", "مجري", "البان", "ارمن", "تركمان", "حبشي"}
            and before in grammar.GOVERNMENT
        )
    if match.name.form in {"name", "formal"}:
        return before in grammar.BEFORE_PLACE and match.name.folded not in {"ويلز", "الاراضي المحتله"}
    return match.name.form == "capital" and before == "عاصمه"
