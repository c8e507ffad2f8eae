"""Article to topics, and to what states did together. Pure.

`topics` scores the subjects of an article in the news industry's own scheme; `cooperation` reads
the facts of security and law-enforcement cooperation from its sentences.
"""
