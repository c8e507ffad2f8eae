"""Local outlets to crawl: a press of invented articles, served as a dozen kinds of sites serve theirs.

press    what was written, when, where, and what became of it: the truth
story    Arabic articles composed from building blocks
outlets  the outlets and their SourceSpec
sites    an outlet's addresses to answers, as of a moment
markup   the pages themselves, with their clutter
local    the same at fixed ports, with a source file for each: sources/
serve    all of it over HTTP: python -m tests.newsroom.serve --port 0 --day 2026-03-14
"""
