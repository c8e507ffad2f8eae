"""Speed and stems of `etl.text` beside pyarabic, Tashaphyne, Snowball and ISRI, in one run.

Run: python -m tests.bench.bench_text [TEXT_FILE]

Times are the best processor times of several rounds, in milliseconds per 1,000 words of press prose.
The built-in text is made of the word families (tests/bench/stems.tsv) and filler of the bench's
own, with marks, figures and quotes as articles hold them; give a file to time your own. "Warm" is
the state of a process that has read other articles; "cold" empties the word caches first.
"""

import argparse
import csv
import random
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path
from time import process_time
from timeit import repeat

import snowballstemmer
from nltk.stem.isri import ISRIStemmer
from pyarabic import araby
from tashaphyne import normalize as tashaphyne_normalize
from tashaphyne.stemming import ArabicLightStemmer

from etl.text import doublets, stems
from etl.text.letters import display, fold, search
from etl.text.sentences import sentences
from etl.text.stems import stem
from etl.text.words import tokenize

TABLE = Path(__file__).parent / "stems.tsv"
WORDS = 1000
ROUNDS = 15
LIMIT = 2.0
FILLER = """
في من على إلى عن أن التي الذي هذا هذه بعد قبل خلال بين منذ حول ضد مع لكن كما حيث أمس اليوم وقد وفق نحو كان كانت
لم لن قد غير كل بعض أكثر أول آخر عند حتى لدى دون أمام وأضاف وأوضح وأشار مؤكدًا أنَّ الأميركي حزيران ٢٠٢٤ 3.5٪
""".split()

Stem = Callable[[str], str]


def families() -> dict[str, list[list[str]]]:
    """Read the word families, by use: known while the rules were written, or held back."""
    found: dict[str, list[list[str]]] = {}
    with TABLE.open(encoding="utf-8") as lines:
        for use, words in csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t"):
            found.setdefault(use, []).append(words.split())
    return found


def article() -> str:
    """Write 1,000 words that repeat as prose does: two of five are function words."""
    chance = random.Random(7)  # noqa: S311 (a repeatable text, no secret)
    nouns = [word for group in families().values() for family in group for word in family]
    words = [chance.choice(FILLER if chance.random() < 0.4 else nouns) for _ in range(WORDS)]
    for place in range(0, WORDS, 25):
        words[place] += "." if place % 50 else "،"
        words[place + 5] = f"«{words[place + 5]}»"
    return " ".join(words)


def milliseconds(work: Callable[[], object], loops: int = 5) -> float:
    """Give the best time of a call."""
    return min(repeat(work, timer=process_time, number=loops, repeat=ROUNDS)) / loops * 1000


def forget() -> None:
    """Empty the word caches."""
    doublets.forget()
    stems.stem_folded.cache_clear()


def everything(text: str) -> None:
    """Do with an article what the pipeline does: letters, words, stems, sentences."""
    shown = display(text)
    tokenize(shown)
    stems.stems(search(shown).text)
    sentences(shown)


def pyarabic_letters(text: str) -> str:
    """Do what pyarabic can of our search form."""
    text = araby.strip_tatweel(araby.strip_tashkeel(text))
    return str(
        araby.normalize_teh(araby.normalize_alef(araby.normalize_hamza(araby.normalize_ligature(text))))
    )


def tashaphyne_stem(stemmer: ArabicLightStemmer) -> Stem:
    """Wrap Tashaphyne's two calls into one."""

    def light(word: str) -> str:
        stemmer.light_stem(word)
        return str(stemmer.get_stem())

    return light


def speed(text: str) -> None:
    """Print the times and the ratios."""
    shown = display(text)
    folded = search(shown).text
    peer = tashaphyne_stem(ArabicLightStemmer())
    words = [word.text for word in tokenize(shown)]
    scale = WORDS / len(words)
    everything(text)
    rows: Sequence[tuple[str, Callable[[], object], str, Callable[[], object]]] = (
        ("display", lambda: display(text), "", lambda: None),
        ("search form with offsets", lambda: search(shown), "", lambda: None),
        ("search form", lambda: fold(text), "pyarabic strip + normalize", lambda: pyarabic_letters(text)),
        (
            "",
            lambda: fold(text),
            "Tashaphyne normalize",
            lambda: tashaphyne_normalize.normalize_searchtext(text),
        ),
        (
            "words with places",
            lambda: tokenize(shown),
            "pyarabic",
            lambda: araby.tokenize_with_location(shown),
        ),
        ("stems", lambda: stems.stems(folded), "Tashaphyne", lambda: [peer(word) for word in words]),
        ("sentences", lambda: sentences(shown), "pyarabic", lambda: araby.sentence_tokenize(shown)),
    )
    print(f"milliseconds per {WORDS:,} words, warm")
    for name, ours, other, theirs in rows:
        took = milliseconds(ours) * scale
        line = f"  {name:<26}{took:8.3f}"
        if other:
            peer_took = milliseconds(theirs, 2) * scale
            line += f"   {other:<28}{peer_took:8.3f}   x {peer_took / took:.1f}"
        print(line)
    warm = milliseconds(lambda: everything(text)) * scale

    def cold() -> None:
        forget()
        everything(text)

    verdict = "under" if warm < LIMIT else "OVER"
    print(f"  all of it, warm           {warm:8.3f}   {verdict} the limit of {LIMIT} ms")
    print(f"  all of it, cold           {milliseconds(cold, 1) * scale:8.3f}\n")


def score(stemmer: Stem, found: list[list[str]]) -> tuple[float, float]:
    """Give recall and precision over all pairs of words: of one family, of one stem."""
    words = [(number, stemmer(word)) for number, family in enumerate(found) for word in family]
    of_family = of_stem = of_both = 0
    for (one, first), (other, second) in combinations(words, 2):
        of_family += one == other
        of_stem += first == second
        of_both += one == other and first == second
    return of_both / of_family, of_both / of_stem


def stemmers() -> dict[str, Stem]:
    """Give the stemmers to compare, the naive one (words as they are folded) included."""
    snowball, isri = snowballstemmer.stemmer("arabic"), ISRIStemmer()
    return {
        "Rasad": stem,
        "Snowball": snowball.stemWord,
        "Tashaphyne": tashaphyne_stem(ArabicLightStemmer()),
        "ISRI": isri.stem,
        "none": fold,
    }


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("text", nargs="?", type=Path, help="a UTF-8 text to time instead of the built-in one")
    path = parser.parse_args().text
    speed(path.read_text(encoding="utf-8") if path else article())
    for use, found in families().items():
        print(f"stems, {use}: {len(found)} families, {sum(map(len, found))} words   recall  precision")
        for name, stemmer in stemmers().items():
            recall, precision = score(stemmer, found)
            print(f"  {name:<46}{recall:8.3f}   {precision:8.3f}")


if __name__ == "__main__":
    main()
