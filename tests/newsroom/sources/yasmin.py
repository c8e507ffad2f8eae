"""Yasmin News (Jannah theme), as the local newsroom serves it."""

from tests.newsroom.local import source

SOURCE = source("yasmin")
