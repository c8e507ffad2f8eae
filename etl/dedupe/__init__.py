"""Which articles are one text, which are one story, and what an outlet changed in its own. Pure.

`fingerprint` is what the warehouse joins on, `compare` decides on a pair, `group` turns decided pairs into
reports and stories, `credit` reads whom a text is from, `revision` says what changed between two fetches.
"""
