from etl.dedupe.fingerprint import BANDS, VERSION, are_candidates, fingerprint
from etl.dedupe.wording import wording

BODY = (
    "أعلنت وزارة الفلاحة التونسية عن انطلاق موسم جني الزيتون في ولايات الوسط والجنوب، وتوقعت أن تبلغ الصابة 210 آلاف طن. "
    "وقال رئيس اتحاد الفلاحين إن نقص اليد العاملة يرفع كلفة الجني ويهدد جودة الزيت."
)


def test_keys_are_the_same_in_every_run_and_fit_into_64_bits() -> None:
    first, second = fingerprint(wording("", BODY)), fingerprint(wording("", BODY))

    assert first == second
    assert first.version == VERSION
    assert len(first.bands) == BANDS + 2
    assert all(0 <= key < 2**64 for key in (*first.bands, *(key for key, _ in first.terms)))
    assert abs(sum(weight**2 for _, weight in first.terms) - 1_000_000) < 10_000


def test_known_keys_stay_as_they_are_stored() -> None:
    # Rows of the archive were made by this very algorithm: other keys would never meet them.
    keys = fingerprint(wording("", BODY)).bands

    assert (VERSION, keys[0], keys[-1]) == ("minhash/2.32x3", 140968085535028373, 17691157822997810553)


def test_spelling_changes_no_key() -> None:
    other = BODY.replace("أ", "ا").replace("210", "٢١٠").replace("ة ", "ه ")

    assert fingerprint(wording("", other)) == fingerprint(wording("", BODY))


def test_an_empty_text_is_nobodys_candidate() -> None:
    empty = fingerprint(wording(None, ""))

    assert (empty.bands, empty.terms) == ((), ())
    assert not are_candidates(empty, empty)


def test_a_cut_is_a_candidate_by_its_sentences() -> None:
    long = (
        BODY
        + "\n"
        + "\n".join(f"فقرة أخرى رقم {number} لا صلة لها بما سبق من الكلام" for number in range(60))
    )

    assert are_candidates(fingerprint(wording("", BODY)), fingerprint(wording("", long)))
