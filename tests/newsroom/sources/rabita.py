"""Rabita (Joomla, undated sitemap, Atom), as the local newsroom serves it."""

from tests.newsroom.local import source

SOURCE = source("rabita")
