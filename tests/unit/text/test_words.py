"""Tokens with their places, and words without their proclitics."""

import pytest

from etl.text.letters import fold
from etl.text.words import clitic_cuts, split_clitics, tokenize

SPLITS = """
و+ال+تعاون و+قال وزير و+وزير ب+وزير ل+وزير و+ب+ال+تالي بالغ ال+بالغة ل+ال+لجنة ل+ال+لاعبين ل+ال+قائد ل+ليبيا
لله و+ل+ليبيا إلغاء و+إلغاء ال+غائب ال+ألماني ألمانيا ب+ألمانيا ف+قد فريق فرنسا فلسطين و+فلسطين و+ال+دولة والده
كما ك+مدير ك+رئيس كانت كتاب س+يعلن و+س+تكون سياسة سيارة وكالة ولاية وفاة و+وفاة و+ل+أنه ل+أن لكن ب+كل ب+ما
و+قد و+هو بيان ب+بيان بيروت ب+بيروت بغداد ب+بغداد بريطانيا برلمان لبنان ل+لبنان لندن لقاء ب+لقاء لواء
بعد ليس ل+يكون ليبيا و+الله ال+التزام التزام و+التقى الذي و+الذي واشنطن و+واشنطن وزارة وقت وحدة وطن
ال+تحقيق ب+ال+تحقيق ال+تهمة ال+مانحة ال+تقييم و+التقت لجنتها ب+لجنتها
ب+طائرة بطاقة ب+غارة ب+مصر ل+مصر و+مصر ب+قوة ل+أمن ب+شركة ل+شركة ال+أمن ل+ال+أمن ب+ال+أمن و+ال+أمن ف+ال+أمن
""".split()


@pytest.mark.parametrize("pieces", SPLITS)
def test_split(pieces: str) -> None:
    *proclitics, stem = pieces.split("+")
    written = "".join(proclitics) + stem
    # لل: the article loses its ا, and its ل too before another ل.
    written = written.replace("لالل", "لل").replace("لال", "لل") if "ل+ال+" in pieces else written
    split = split_clitics(written)
    assert [piece.text for piece in split.proclitics] == proclitics
    assert split.stem.text == stem


@pytest.mark.parametrize("pieces", SPLITS)
def test_places_cover_the_word(pieces: str) -> None:
    word = "".join(pieces.split("+"))
    split = split_clitics(word)
    place = 0
    for piece in (*split.proclitics, split.stem):
        assert piece.start == place
        place = piece.end
    assert place == len(word)


def test_tashkeel_stays_with_its_letter() -> None:
    split = split_clitics("وَبِالْأَمْنِ")
    assert [piece.text for piece in split.proclitics] == ["و", "ب", "ال"]
    assert split.stem.text == "أَمْنِ"
    assert [(piece.start, piece.end) for piece in split.proclitics] == [(0, 2), (2, 4), (4, 7)]


def test_search_text_splits_like_display_text() -> None:
    for word in ("وللمسؤولين", "والأمين", "بالهيئة"):
        cuts = clitic_cuts(fold(word))
        assert tuple(tuple(piece) for piece in split_clitics(word).proclitics) == cuts


def test_tokens_stand_where_they_say() -> None:
    text = "قال د. «سامي»: ارتفع ١٢٫٥٪، و3,500 دولار (don't) في كوفيد-19... مُحَمَّدٌ"
    words = tokenize(text)
    assert [word.text for word in words] == [
        *("قال", "د", "سامي", "ارتفع", "١٢٫٥", "و3,500", "دولار", "don't", "في", "كوفيد", "19", "مُحَمَّدٌ")
    ]
    assert all(text[word.start : word.end] == word.text for word in words)


@pytest.mark.parametrize("text", ["", "...", "\ud800", "\N{ARABIC FATHA}"])
def test_nothing_to_split(text: str) -> None:
    assert split_clitics(text).stem.text == text
    assert all(word.text in text for word in tokenize(text))
