"""Marsa (windows-1256), as the local newsroom serves it."""

from tests.newsroom.local import source

SOURCE = source("marsa")
