"""The texts of the DAG `upkeep`: what it does, and for each task what to do when it fails."""

DAG_DOC = """
### Once a week: what a night has no time for

`sources → look_again (one row per source) → judge → load → check → publish → tell`, and beside it
`verify` and `keep`.

| Task | What it does | When it fails |
|---|---|---|
| `sources` | names the sites to ask | settings |
| `look_again` | asks again for articles after 1, 7 and 30 days: revisions, deletions | the site |
| `verify` | reads the archive again, compares every digest | disk |
| `judge` | holds each source against its own weekday history | the published file is missing |
| `load` | merges revisions and findings (`fact_health`) | as in `nightly` |
| `check` | runs the checks of every table | the data; nothing was published |
| `publish` | swaps the new file in | disk |
| `tell` | sends what is new to the connections in RASAD_NOTIFY | a connection |
| `keep` | deletes raw pages older than RASAD_KEEP_DAYS; *skipped* without it | disk |

**Findings.** `quiet`: far fewer articles than on the same weekdays before. `not_collected`: no run for a day
that usually has articles. `soft_200`: for three days, most pages answer 200 and are no articles. `layout_broken`:
a field that most articles had is gone. `robots_changed`: robots.txt now forbids most addresses. `feed_moved`,
`feed_gone`: a declared address leads elsewhere, or nowhere. `archive_damaged`: a record is not what was archived.

**Triage.** `FROM fact_health ORDER BY news_date DESC`; then, for a source, `rasad sources check ID`.
"""

SOURCES_DOC = """
**Sites to ask again**: those that a night asks. None without RASAD_CONTACT: then `look_again` is skipped and the
rest is done.

1. An unknown source: correct RASAD_SOURCES or the parameter `sources`.
"""

LOOK_AGAIN_DOC = """
**Articles once more**, 1, 7 and 30 days after they were fetched first. A changed text becomes a revision, a page
that is gone a deletion; both under the article's own day. Retried with growing pauses.

1. The log names the address. A site that is down today is asked again next week: nothing is lost.
"""

VERIFY_DOC = """
**The archive read again**: all files of the last eight days, and a thirteenth of the older ones, so that the whole
is read once a quarter. A damaged record is a finding, not a failure.

1. *archive_damaged*: restore the file from the backup, then run the day again with the mode *reprocess*.
2. No backup: delete the file and run its day again with the mode *collect*; what is still online comes back.
"""

JUDGE_DOC = """
**Each source against its own history.** Writes the findings as Parquet to `health/` in RASAD_HOME.

1. *Skipped*: nothing is published yet; let a night run first.
2. A failure is a fault in our code, or a published file of another version: run a night, then clear this task.
"""

LOAD_DOC = """
**Revisions and findings into the working file.** Alone in the pool `warehouse`. For its failures, see `load` of
the DAG `nightly`.
"""

CHECK_DOC = """
**The checks of every table**, as in the DAG `nightly`: nothing was published, readers see the last good file.

1. The message names the check and the rows that broke it.
"""

PUBLISH_DOC = """
**The new file for the readers**, as in the DAG `nightly`.

1. *No space left*: free the size of the warehouse, then clear this task.
"""

TELL_DOC = """
**What is new, to people.** Sends the findings that the table did not hold yet to every connection in
RASAD_NOTIFY. *Skipped* where none is new, or no connection is named.

1. The message names the connection. Try it: *Admin → Connections*, or `airflow connections get ID`.
2. Clear this task: findings that were sent before through another connection are sent there again.
"""

KEEP_DOC = """
**What is too old.** Deletes raw pages of news days older than RASAD_KEEP_DAYS. Their rows, staged and in the
warehouse, stay; these days can no longer be reprocessed. Without the setting, nothing is ever deleted.

1. *Permission denied*: Airflow's user must be able to write in the archive.
"""
