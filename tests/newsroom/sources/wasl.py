"""Wasl (broken RSS, AMP and tracking links), as the local newsroom serves it."""

from tests.newsroom.local import source

SOURCE = source("wasl")
