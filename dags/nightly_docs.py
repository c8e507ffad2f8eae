"""The texts of the DAG `nightly`: what it does, and for each task what to do when it fails."""

DAG_DOC = """
### One run = one news day

`sources → source (collect → refine, one row per source) → load → check → publish → verdict → warning`

The run's **partition key** is the news day. Every task can run again at any time: the archive keeps what
was collected, rows are merged by key, and readers keep the last published file until the next one is whole.

| Task | What it does | When it fails |
|---|---|---|
| `sources` | names the sources to run | an unknown source or a wrong day was asked for |
| `collect` | brings one source's documents of the day into the archive | the source: its folder, its site |
| `refine` | archive to articles, mentions and drops, as Parquet | a document that our code cannot read |
| `load` | merges the day into the working DuckDB file | disk, or a type that does not fit its column |
| `check` | runs the checks of every table | the data; nothing was published |
| `publish` | swaps the new file in for the readers | disk; readers still have the old file |
| `verdict` | fails the run where too much of it failed | never by itself: see the tasks that it names |
| `warning` | stands for each thing that went wrong in a run that counts as whole | never: it is *skipped* where nothing did |

**Modes.** `collect` asks the sites for what is new. `reprocess` asks no site: it reads the archive again with
today's rules. `recheck` also asks again for every page of the day that is archived, and keeps what has changed.

**Threshold.** One source that fails does not hold up the others: they load and are published. The run
turns red where more than `failed_sources_max` of its sources failed (a tenth, if RASAD_FAILED_SOURCES_MAX says
nothing else), or any later task did. Below it, the run is green and each failed source is a row of `warning`.

**Unreachable days.** A feed knows today only. A source that no strategy reaches for the run's day is labelled
*unreachable*, its reason stands in `fact_drop` and in `warning`; a run for which that holds of every source
turns red with the reasons: an empty success would look like a quiet day.

**Backfill.** *Trigger → Backfill* here, `POST /api/v2/backfills`, or `airflow backfill create --dag-id nightly
--from-date 2026-03-01 --to-date 2026-03-07`: any past range, several days at once, backwards, for days that are
missing, failed or all, with the same parameters as here. Each run merges its day alone, in the pool `warehouse`.

**Triage.** Open the red task that is furthest left; the book at its upper right says what to do. After the repair, clear
that task with its downstream tasks. To load an older day again, start a backfill of that day.
"""

SOURCES_DOC = """
**Sources to run.** Fails when the run asks for a source that does not exist, or for two different days.
Never retried: the same question gets the same answer.

1. Read the message: it lists the sources that exist, or the two days.
2. Trigger again with the right ids, or with none for all; with a partition key or a day, not both.
"""

COLLECT_DOC = """
**Documents of one source into the archive.** Retried with growing pauses, since most failures are the
other side's. *Skipped*, and labelled *unreachable*, where the mode asks no site and nothing is archived.

1. Read the last line of the log: it names the folder or address.
2. For the inbox: is the folder there, mounted and readable by Airflow's user?
3. For a site: open the address by hand. When it is down, wait; the next night collects what is missing.
4. *Unreachable*: give the source a sitemap, a date archive or a WordPress address, or bring the pages as a WARC
   file: `rasad collect DAY --source ID --warc FILE`.
5. Clear this task with its downstream tasks. What was archived before is not collected twice.
"""

REFINE_DOC = """
**Archive to articles, mentions and drops.** A document that is no article is a counted drop, never a
failure. A failure is therefore a fault in our code.

1. The log names the document. Try it by hand: `rasad extract FILE --explain`.
2. Repair, add the document as a test case, then clear this task with its downstream tasks.
"""

LOAD_DOC = """
**The day into the working file.** Alone in the pool `warehouse` of one slot: DuckDB has one writer.

1. *Could not set lock*: another process has the working file open. Find it with `fuser`, end it, clear.
2. *No space left*: free some; the working file and the published one each need their size again.
3. Anything else names the table and the column: compare the day's Parquet with `sql/marts`.
4. Waiting for long in state *scheduled*? Look at the pool `warehouse`: it must exist and have one slot.
"""

CHECK_DOC = """
**The checks of every table.** Not retried: the same data fails the same check. Nothing was published,
readers still see the last good file.

1. The message names the check and the rows that broke it.
2. Find the source of these rows, repair it, then clear its `refine` with the downstream tasks.
"""

PUBLISH_DOC = """
**The new file for the readers.** Writes a whole copy beside the old one and swaps it in, then tells the asset
`rasad_warehouse` that the day is there.

1. *No space left*: free the size of the warehouse, then clear this task.
2. *Permission denied*: Airflow's user must be able to write in the warehouse folder.
3. A warning *not its tables as Parquet*: the file is there for readers, `warehouse/parquet` is of a publish before;
   the next publish tries again.
"""

VERDICT_DOC = """
**The state of the night.** Fails when too much of the run failed, after the rest was published. It has
nothing to repair itself: its message names the tasks that failed. Clear those with their downstream tasks.
Where connections are named in RASAD_NOTIFY, it sends the message there.
"""

WARNING_DOC = """
**What went wrong in a run that counts as whole**, a row each: a source that failed, a day that cannot be reached.
Never fails. *Skipped* says that there is nothing.

1. A failed source: clear its `collect` or `refine` with the downstream tasks, or leave it to the next night.
2. An unreachable one: see the text of `collect`.
"""
