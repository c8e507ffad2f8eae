"""Rasad (رصد, "observation"): from the Arabic press to a warehouse that an analyst can query.

The map, from the outside in; each row imports only rows below it:

    cli         rasad …: every stage by hand
    pipeline    the only module that knows the order; counts outcomes
    io          the doors to the world: inbox, web, archive (WARC), staging (Parquet), warehouse (DuckDB)
    discover    feeds, sitemaps, REST, archives → Entry                pure
    extract     Page → Article | Drop                                  pure
    dedupe      Article → fingerprint; pairs → reports and stories     pure
    classify    Article → topics, and what states did together          pure
    link        Article → mentions of countries, officials, agencies   pure
    sources     one outlet, one file
    text        Arabic letters, words, dates, numbers, names           pure
    model       every type that crosses a stage
    settings    paths and limits, read from the environment once
"""
