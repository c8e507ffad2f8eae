"""Arabic text: letters, doublets, words, stems, sentences, numbers, dates, names, languages. Pure.

Start at `letters`: display text is shown, search text is compared, and every span of the second
leads back to the first.
"""
