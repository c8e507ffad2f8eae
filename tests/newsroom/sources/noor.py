"""Noor (JavaScript, JSON-LD), as the local newsroom serves it."""

from tests.newsroom.local import source

SOURCE = source("noor")
