"""Sijill (date archives with pages), as the local newsroom serves it."""

from tests.newsroom.local import source

SOURCE = source("sijill")
