"""Speed of the linker with the full reference data, and of loading it.

Run: python -m tests.bench.bench_link [ARTICLES_JSONL]

Times are the best processor times of several rounds. The built-in article is the bench's own, some 400
words; give JSON lines of title and text to time your own. Beside it, as notes from their publishers:
spaCy's small CPU pipelines read about 10,000 words a second (40 ms for 400 words), Flair's Arabic tagger
some 200 words a second on a processor; neither says which country a ministry belongs to.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from time import process_time
from timeit import repeat

from etl.io.reference import read_linker
from etl.text.letters import display

ROUNDS = 9
WORDS = 400
LIMIT_ARTICLE_MS, LIMIT_LOAD_S = 5.0, 1.0
PARAGRAPH = """
أعلنت وزارة الخارجية الأمريكية أن مساعد وزير الخارجية لشؤون الشرق الأدنى جورج هارلينغتون سيزور الرباط وتونس الأسبوع
المقبل، حيث يلتقي وزير الشؤون الخارجية المغربي ناصر بوريطة ومسؤولين في وزارة الداخلية والمديرية العامة للأمن الوطني.
وقال المتحدث باسم الوزارة إن الزيارة تهدف إلى تعزيز التعاون بين البلدين في مكافحة الجريمة المنظمة وتهريب المخدرات، وأضاف
أن هارلينغتون سيبحث مع المسؤولين الملفات المشتركة ومنها الوضع في ليبيا ومالي ومنطقة الساحل، على هامش اجتماع مجلس الأمن
والأمم المتحدة. وأوضح بوريطة أن المغرب ملتزم بالشراكة، فيما أشاد السفير الفرنسي لدى المغرب كريستوف لوكورتيي بالجهود
التي تبذلها السلطات المغربية والقوات المسلحة الملكية. """


def built_in() -> list[tuple[str, str]]:
    """Give one article of about 400 words."""
    times = round(WORDS / len(PARAGRAPH.split()))
    return [
        ("مباحثات مغربية أمريكية في الرباط", display((PARAGRAPH.strip().replace("\n", " ") + "\n") * times))
    ]


def read(path: Path) -> list[tuple[str, str]]:
    """Read articles from JSON lines."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [(display(row.get("title") or ""), display(row["text"])) for row in rows]


def load_seconds() -> float:
    """Measure importing and building everything in a fresh process, in processor seconds."""
    code = (
        "from time import process_time as t; a = t()\n"
        "from etl.io.reference import read_linker; read_linker(); print(t() - a)"
    )
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
        for _ in range(3)
    ]
    return min(float(run.stdout) for run in runs)


def main() -> None:
    """Print the figures, and say which limit is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=Path)
    path = parser.parse_args().articles
    articles = read(path) if path else built_in()
    linker = read_linker()
    words = sum(len(body.split()) for _, body in articles)
    best = min(
        repeat(lambda: [linker.link(*each) for each in articles], timer=process_time, number=1, repeat=ROUNDS)
    )
    per_article = best * 1000 * WORDS / words
    loading = load_seconds()
    for name, value, limit, unit in (
        (f"article of {WORDS} words", per_article, LIMIT_ARTICLE_MS, "ms"),
        ("loading", loading, LIMIT_LOAD_S, "s"),
    ):
        verdict = "ok" if value < limit else "TOO SLOW"
        sys.stdout.write(f"{name:24} {value:7.2f} {unit:2}  limit {limit:g} {unit}  {verdict}\n")


if __name__ == "__main__":
    main()
