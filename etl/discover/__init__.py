"""Bytes of feeds, sitemaps, REST answers and listing pages to entries. Pure: nothing here fetches.

plan     which strategies can reach a day, in what order; what cannot, and why
feed     RSS, Atom and JSON feeds          sitemap  sitemaps, indexes, news sitemaps, streamed
rest     WordPress REST: windows, totals   listing  date archives and section pages
warc     lists of WARC files               gather   one entry per article, sorted by day
urls     canonical addresses               times    stated times and days; the window of a day
faults   what can be wrong with an answer
"""
