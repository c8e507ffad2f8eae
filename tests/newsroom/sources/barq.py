"""Barq (feed only), as the local newsroom serves it."""

from tests.newsroom.local import source

SOURCE = source("barq")
