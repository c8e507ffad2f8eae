"""Article to what states did together. Pure.

`cooperation` reads the facts of security and law-enforcement cooperation from an article's sentences
and the entities that they name.
"""
