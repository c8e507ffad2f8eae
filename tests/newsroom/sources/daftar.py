"""Daftar (monthly sitemaps only), as the local newsroom serves it."""

from tests.newsroom.local import source

SOURCE = source("daftar")
