"""`etl/link/word.csv` from word counts: which words of the press are names, everyday words, or both.

Run: python -m tests.bench.make_link_words [--write]

Reads the labelled corpora in `../shared/corpora` (24,000 articles for the counts, the person labels of
ANERcorp and Wojood) and the listed officials. Only words and their class are kept, never text. Without
`--write` it says how far the file at hand is from what the corpora give.
"""

import csv
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from etl.io.reference import REFERENCE_DIR, WORDS
from etl.settings import PROJECT
from etl.text.letters import fold

CORPORA = PROJECT.parent / "shared" / "corpora"
LABELLED = (
    "anercorp-train",
    "anercorp-test",
    "wojood-sample-train",
    "wojood-sample-val",
    "wojood-sample-test",
)
BY_HAND = Path(__file__).with_name("link_words.tsv")
WORD = re.compile(r"[^\W\d_]+")
PREFIXES = ("وال", "بال", "فال", "كال", "ولل", "وبال", "لل", "ال", "و", "ف", "ب", "ل", "س", "وس", "ك")
SUFFIXES = ("هم", "ها", "هما", "نا", "ته", "تها", "ات", "ين")
FEW, RARE, COMMON, SURE = 3, 15, 10, 30
PEOPLE_WORDS = frozenset("ناءب عضو طالب استاذه سبعيني ناطق واليوم جيل عروس للعلوم ولي الطبيب الشاهد".split())
"""Words that stand before names so often that the counts take them for names."""
STYLES = frozenset(
    """
    الرءيس الوزير السيد السيده الدكتور الدكتوره الناءب الناءبه المهندس المهندسه الاستاذ الاستاذه القاضي القاضيه السفير السفيره
    اللواء العميد العقيد المقدم الجنرال المستشار اللاعب المدرب الفنان الفنانه الشيخ الشيخه الامير الكاتب الكاتبه الشاعر
    الشاعره المخرج الممثل الممثله المطرب الزميل الصحفي المحامي الحكم الحارس المهاجم المدافع
    """.split()
)
"""What stands before first names: a word that it often stands before, and that surnames follow, is one."""
BEFORE_PLACES = frozenset("في مدينه بمدينه محافظه ولايه اقليم من الي مطار العاصمه جنوب شمال شرق غرب".split())
NOT_FOREIGN = frozenset(
    """
    غضون بمثابه ازاء هكذا لءن اين ريثما كيفما عندءذ حينءذ فجاه بمعزل لاسيما خصيصا مابعد باقتدار باعجوبه خلسه عسي سفح هطول طلوع
    شعاع كلغ نشوء تفكيك صن بقايا بواعث اصداء شقاءق ثله معشر زهاء قاطبه
    """.split()
)
INFLECTIONS = tuple(
    sorted(
        "ه ها هم ات ين ون ت وا يه ا نا تها ته هما ي كم ك تم ان هن ني وه تنا تهم كن نه".split(),
        key=len,
        reverse=True,
    )
)
MASDAR = re.compile(r"است.*|ا..?.?ا.|ا.*اء|.*[هء]")
OFTEN, FRUITLESS, PLACED = 400, 0.15, 0.3


@dataclass(slots=True)
class Counts:
    """How often each word stands in the press, beside first names, in person labels and in listed names."""

    total: Counter[str] = field(default_factory=Counter)
    after: Counter[str] = field(default_factory=Counter)
    before: Counter[str] = field(default_factory=Counter)
    person: Counter[str] = field(default_factory=Counter)
    labelled: Counter[str] = field(default_factory=Counter)
    listed: Counter[str] = field(default_factory=Counter)
    styled: Counter[str] = field(default_factory=Counter)
    placed: Counter[str] = field(default_factory=Counter)
    seed: set[str] = field(default_factory=set)


def read_labels(counts: Counts) -> None:
    """Count the labelled words and those within a person."""
    for name in LABELLED:
        with gzip.open(CORPORA / f"{name}.txt.gz", "rt", encoding="utf-8") as lines:
            for word, label, *_ in (parts for line in lines if len(parts := line.split()) > 1):
                for each in WORD.findall(fold(word)):
                    counts.labelled[each] += 1
                    counts.person[each] += "PERS" in label


def read_listed(counts: Counts) -> None:
    """Count the words of listed names and take the first ones as seed of what is a first name."""
    first: set[str] = set()
    with (REFERENCE_DIR / "official_alias.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            words = WORD.findall(fold(row["alias"])) if row["kind"] in {"full", "short"} else []
            counts.listed.update(words)
            first.update(words[:1] if row["kind"] == "full" else [])
    known = {word for word, count in counts.person.items() if count > 1}
    counts.seed = {word for word in known if counts.person[word] / counts.labelled[word] >= 0.7} | {
        word for word in first if counts.person[word] / max(counts.labelled[word], 1) >= 0.5
    }


def texts() -> Iterator[str]:
    """Yield the folded articles of the topics corpus."""
    with gzip.open(CORPORA / "topics.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield fold(f"{row['title'] or ''} . {row['text']}")


def read_press(counts: Counts) -> None:
    """Count words and what stands beside first names, twice: the first pass widens the seed."""
    articles = list(texts())
    for _ in range(2):
        for counter in (counts.total, counts.after, counts.before, counts.styled, counts.placed):
            counter.clear()
        for article in articles:
            word, end = "", -9
            for match in WORD.finditer(article):
                before, word = word, match[0]
                counts.total[word] += 1
                if match.start() - end == 1:
                    counts.after[word] += before in counts.seed
                    counts.before[before] += word in counts.seed
                    counts.styled[word] += before in STYLES
                    counts.placed[word] += before in BEFORE_PLACES
                end = match.end()
        counts.seed |= {
            word
            for word, count in counts.total.items()
            if count > FEW + 1 and counts.after[word] / count > 0.35 and counts.before[word]
        }


def classify(word: str, counts: Counts) -> str:
    """Say whether a word is a name, a common word, both or foreign by the counts; nothing where they are few."""
    total, listed = counts.total[word], counts.listed[word]
    after, before = counts.after[word] / total, counts.before[word] / total
    person = counts.person[word] / counts.labelled[word] if counts.labelled[word] >= FEW else None
    seeded = word in counts.seed and (after >= 0.02 or before > 0.05 or (person or 0) >= 0.5)
    is_beside = (after >= 0.2 and total > FEW) or (listed and after >= 0.08)
    if seeded or is_beside or (person is not None and person >= 0.5):
        return "both" if total >= SURE and after + before < 0.1 and (person or 0) < 0.6 else "name"
    if total < COMMON:
        return ""
    if counts.styled[word] > 1 and not word.startswith("ال") and counts.styled[word] >= 0.04 * total:
        return "both" if before >= 0.05 else "common"
    if is_foreign(word, counts):
        return "foreign"
    doubtful = listed and (after >= 0.02 or (person or 0) >= 0.1)
    return "both" if doubtful or after >= 0.07 or (person or 0) >= 0.25 else "common"


def family(word: str, counts: Counts) -> int:
    """Count the other forms of a word: with the article, endings and the prefixes of verbs."""
    total = counts.total
    count = sum(total[f"{start}{word}"] for start in ("ال", "لل", "وال", "ي", "ت", "ن"))
    count += sum(total[word + end] for end in INFLECTIONS)
    if word[0] in "يتنا":
        count += total[word[1:]] + sum(total[start + word[1:]] for start in "يتنا" if start != word[0])
    if word[0] in "وفبلكس":
        count += total[word[1:]]
    for end in INFLECTIONS:
        stem = word[: -len(end)]
        if word.endswith(end) and len(stem) > 1:
            count += total[stem] + sum(total[stem + other] for other in INFLECTIONS if other != end)
            count += sum(total[start + stem] for start in "يتنا") if word[0] in "يتن" else 0
            count += total["ال" + stem]
    return count


def is_foreign(word: str, counts: Counts) -> bool:
    """Tell a foreign name from an everyday word: it takes no article and no ending, and is no town.

    An Arabic word that is frequent enough to be counted comes in several forms; فيليبس and غاندي do not.
    """
    total = counts.total[word]
    if not FEW < total < OFTEN or word in NOT_FOREIGN or not "ء" <= word[0] <= "ي" or word.startswith("لل"):
        return False
    if word.startswith("ال") or MASDAR.fullmatch(word) or counts.placed[word] >= PLACED * total:
        return False
    return family(word, counts) < FRUITLESS * total


def is_polluted(word: str, kinds: dict[str, str], counts: Counts) -> bool:
    """Tell an everyday word with clitics, or و and a name, from a name."""
    if counts.listed[word] or kinds[word] in {"common", "foreign"}:
        return False
    rest = kinds.get(word[1:])
    if word[0] == "و" and len(word) > FEW and rest in {"name", "both"}:
        return True
    if word[0] == "س" and word[1] in "يتن" and rest == "common":
        return True
    if counts.person[word]:
        return False
    if word[0] in "وبلفك" and len(word) > FEW and rest == "common":
        return counts.total[word[1:]] > 2 * counts.total[word] or counts.total[word] < RARE
    ends = word.endswith(SUFFIXES) or kinds.get(word[2:]) == "common"
    return kinds[word] == "name" and counts.total[word] < RARE and ends


def by_hand() -> dict[str, str]:
    """Give the words whose class somebody set, against the counts."""
    lines = (line.split("\t") for line in BY_HAND.read_text(encoding="utf-8").splitlines() if line[0] != "#")
    return {word: kind for kind, words in lines for word in words.split()}


def make() -> dict[str, str]:
    """Give the class of each word; forms that follow from a stem are left out."""
    counts = Counts()
    read_labels(counts)
    read_listed(counts)
    read_press(counts)
    kinds = {word: kind for word in counts.total if len(word) > 1 and (kind := classify(word, counts))}
    kinds |= dict.fromkeys(PEOPLE_WORDS & kinds.keys(), "common")
    kinds = {word: kind for word, kind in kinds.items() if not is_polluted(word, kinds, counts)}
    counted = {
        word: kind
        for word, kind in kinds.items()
        if kind not in {"common", "foreign"}
        or not any(
            word.startswith(prefix)
            and len(word) - len(prefix) >= FEW
            and kinds.get(word[len(prefix) :]) in {"common", "foreign"}
            for prefix in PREFIXES
        )
    }
    return {word: kind for word, kind in (counted | by_hand()).items() if kind != "none"}


def main() -> None:
    """Write the file, or compare it."""
    if not CORPORA.is_dir():
        sys.exit(f"{CORPORA} is not here: only the owner's machine has it")
    kinds = make()
    if "--write" in sys.argv:
        lines = [f"{word},{kinds[word]}" for word in sorted(kinds)]
        WORDS.write_text("\n".join(("word,kind", *lines)) + "\n", encoding="utf-8")
    known = dict(line.split(",", 1) for line in WORDS.read_text(encoding="utf-8").splitlines()[1:])
    same = sum(known.get(word) == kind for word, kind in kinds.items())
    sys.stdout.write(f"{len(kinds)} words, {same} as in {WORDS.name}, which has {len(known)}\n")


if __name__ == "__main__":
    main()
