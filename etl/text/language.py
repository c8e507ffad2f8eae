"""Text to the code of its language, among the languages of the Arabic script. Pure.

Letters alone mislead: half of the Arabic press was at some time typed on a Persian keyboard (ی ک
for ي ك), and Persian is typed on Arabic ones. So both are read as one letter, and the decision
is left to what no keyboard changes: letters that the other languages need and Arabic has not,
words that every sentence of a language holds, the Arabic article and ة.

>>> language("قال الرئیس ان الحکومة لن تتراجع عن قرارها")
'ar'
>>> language("رييس جمهور گفت که دولت از اين تصميم عقب نشيني نمي کند")
'fa'
>>> language("وزیر اعظم نے کہا ہے کہ حکومت اس فیصلے سے پیچھے نہیں ہٹے گی")
'ur'
>>> language("سەرۆکی هەرێم رایگەیاند کە حکومەت لەم بڕیارە پاشگەز نابێتەوە")
'ku'
"""

import re
from collections import Counter
from collections.abc import Iterable

from pyarabic import araby

from etl.text.letterforms import Letters, Words, codes_of

_JOINER = "\N{ZERO WIDTH NON-JOINER}"
_JOINED_WORD = re.compile(rf"[^\W\d_]+(?:{_JOINER}[^\W\d_]+)*")
_words = Words(r"[^\W\d_]")
_MARKS = dict.fromkeys(map(ord, (*araby.TASHKEEL, araby.TATWEEL)))
_unmarked = Letters(_MARKS)
# A long text tells its language in its first pages; this bounds the time for any input.
_ENOUGH = 20_000
_KEYBOARD = str.maketrans({"ی": araby.YEH, "ک": araby.KAF, "ى": araby.YEH, "أ": "ا", "إ": "ا", _JOINER: " "})
_on_one_keyboard = Letters(dict(_KEYBOARD))
_words_on_one_keyboard = Words(r"[^\W\d_]", folded=Letters(dict(_KEYBOARD) | _MARKS))

# The commonest function words of each language that the others have not, spelt without hamza
# seats and with Arabic ي ك. Words of two languages (و، من، تا، كي، به) decide nothing: left out,
# or weighed by who uses them more.
_WORDS = {
    "ar": """
        في علي الي عن ان التي الذي الذين هذا هذه ذلك تلك كان كانت قال قالت اكد لم لن قد بعد قبل بين خلال
        حيث كما عند منذ حول ضد مع لكن او ثم هو هي هم كل بعض غير عدد عدم منها فيها عليه عليها اليه وقد وقال
        واضاف وفي ومن وعلي يوم عام اكثر اذا لدي نحو حتي انه انها وهو وهي بان ما لا كيف لماذا هل ايضا مما
    """,
    "fa": """
        از به كه را در اين است با براي آن شد مي كرد هاي خود بايد بود شده تا هم گفت يك نيز كند كردن داد
        دارد اند هستند ايران وي ها پس اگر چه چون هر ديگر شود نمي كنند كرده داده روز بر اما درباره
        ميشود ميكند نشد نيست خواهد توسط بيش چند باشد بوده
    """,
    "ur": """
        کے کی میں ہے سے کو اور نے کا ہیں پر کہ اس یہ بھی تھا تھی تھے گیا گئی ہو کر ایک نہیں جو وہ کہا
        کیا ان گے گی گا ہوئے ہوئی رہا رہی رہے لیے ساتھ بعد والے دیا
    """,
    "ku": "لە بە کە ئەو ئەم بۆ لەگەڵ دەکات بوو کرد هەر وەک یان ئێستا هەموو زۆر دوای سەر لەو لەم نێوان",
}
_WORDS_OF = {code: frozenset(words.translate(_KEYBOARD).split()) for code, words in _WORDS.items()}
_CODES_OF = {
    word: tuple(code for code, words in _WORDS_OF.items() if word in words)
    for word in frozenset().union(*_WORDS_OF.values())
}
# A letter that a language cannot write without, and how strongly one of them speaks for it.
_LETTERS = {
    "ar": dict.fromkeys("ةٱ", 2.0) | dict.fromkeys("ؤئءثذضظ", 0.3),
    "fa": {"پ": 1.0, "چ": 1.0, "گ": 1.0, "ژ": 1.0, "ۀ": 1.0},
    "ur": dict.fromkeys("ٹڈڑےں", 2.0) | {"ہ": 1.0, "ھ": 0.3, "پ": 0.7, "چ": 0.7, "گ": 0.7},
    "ku": dict.fromkeys("ێڕڵ", 2.0) | {"ۆ": 1.5, "ە": 1.0, "ڤ": 0.7, "پ": 0.5, "چ": 0.5, "گ": 0.7},
    # Pashto, Sindhi, Uyghur, Kazakh, Malay (Jawi): none is read here, none may pass for Arabic.
    "other": dict.fromkeys("ټډړږښځڅۍڼ", 3.0)
    | dict.fromkeys("ٻڄڀٺٽٿڃڇڍڌڊڙڦڪڳڱ", 2.0)
    | dict.fromkeys("ڭۇۈۋېۉۅ", 2.5)
    | dict.fromkeys("ڽڠݢۏ", 2.0)
    | {"ە": 0.6, "ۆ": 0.6, "گ": 0.3, "پ": 0.3, "چ": 0.3},
}
_FOREIGN_LETTERS = frozenset[str]().union(*(letters for code, letters in _LETTERS.items() if code != "ar"))
_FOREIGN_WORDS = frozenset[str]().union(*(words for code, words in _WORDS_OF.items() if code != "ar"))
_ARTICLE = re.compile(r"[وفبك]{0,2}(?:ال|لل)\w{3,}")
# Letters of the Arabic script: its blocks of plain letters and of presentation forms.
_SCRIPT = frozenset(map(chr, (*range(0x600, 0x700), *range(0x750, 0x780), *range(0xFB50, 0xFEFD))))
_ARTICLE_WEIGHT, _WORD_WEIGHT = 1.0, 2.0
# Below this share of letters in Arabic script the text is another language with some Arabic in it.
_MOSTLY = 0.5

# For texts of the common alphabet, as bytes: nearly every article is told by these.
_FOREIGN_LETTER_CODES = codes_of(_FOREIGN_LETTERS)
_OTHER_SCRIPT_CODES = bytes(sorted(set(range(256)) - set(codes_of(_SCRIPT))))


def _word_codes(words: Iterable[str]) -> frozenset[bytes]:
    return frozenset(code[0] for code in map(_words_on_one_keyboard.coded_and_folded, words) if code)


_ARABIC_WORD_CODES, _FOREIGN_WORD_CODES = _word_codes(_WORDS_OF["ar"]), _word_codes(_FOREIGN_WORDS)


def _is_plainly_arabic(text: str) -> bool:
    """Say whether a text is mostly of Arabic letters, none of them foreign, with no more foreign words than Arabic ones.

    Then no other language can have more for it than Arabic has.
    """
    if _JOINER in text or (words := _words_on_one_keyboard.coded_and_folded(text)) is None:
        return False
    joined = b"".join(words)
    script = len(joined.translate(None, _OTHER_SCRIPT_CODES))
    if not script or script < _MOSTLY * len(joined):
        return False
    if len(joined.translate(None, _FOREIGN_LETTER_CODES)) < len(joined):
        return False
    foreign = sum(map(_FOREIGN_WORD_CODES.__contains__, words))
    return not foreign or sum(map(_ARABIC_WORD_CODES.__contains__, words)) >= foreign


def language(text: str) -> str:
    """Give the language of a text: "ar", "fa", "ur", "ku" (Sorani) or "other".

    The text may be published or display text. No letters at all, or less than half of them in
    Arabic script, is "other". Arabic script with no evidence for any language ("محمد") is "ar":
    the sources are Arabic, and a short headline must not be lost for want of a function word.

    >>> language("محمد"), language("The government said"), language("")
    ('ar', 'other', 'other')
    >>> language("ولسمشر وویل چې حکومت به له دې پرېکړې څخه په شا نه شي")
    'other'
    """
    text = text[:_ENOUGH]
    if _is_plainly_arabic(text):
        return "ar"
    text = _unmarked(text)
    words = _JOINED_WORD.findall(text) if _JOINER in text else _words(text)
    joined = "".join(words)
    letters = frozenset(joined)
    script = len(joined) - sum(map(joined.count, letters - _SCRIPT))
    if not script or script < _MOSTLY * len(joined):
        return "other"
    plain = _on_one_keyboard(" ".join(words)).split()
    if letters.isdisjoint(_FOREIGN_LETTERS) and _FOREIGN_WORDS.isdisjoint(plain):
        # No other language has anything for it.
        return "ar"
    scores = dict.fromkeys(_LETTERS, 0.0)
    for code, weights in _LETTERS.items():
        if not letters.isdisjoint(weights):
            scores[code] += sum(
                weight * joined.count(letter) for letter, weight in weights.items() if letter in letters
            )
    for word, count in Counter(plain).items():
        for code in _CODES_OF.get(word, ()):
            scores[code] += _WORD_WEIGHT * count
        if "ل" in word and _ARTICLE.fullmatch(word):
            scores["ar"] += _ARTICLE_WEIGHT * count
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] > 0 else "ar"
