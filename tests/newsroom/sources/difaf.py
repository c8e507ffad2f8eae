"""Difaf Press, as the local newsroom serves it."""

from tests.newsroom.local import source

SOURCE = source("difaf")
