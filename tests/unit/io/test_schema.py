"""The model as it is printed, and as the README shows it."""

from etl.io.schema import as_mermaid, as_text, read_macros, read_schema
from etl.settings import PROJECT

CALLED = {
    "search", "timeline", "cooperation_between", "who", "co_mentions", "coverage", "trail", "as_of", "why_changed",
    "article_counts", "article_revisions", "story_now",
}  # fmt: skip


def test_every_table_states_its_grain_and_every_column_what_it_holds() -> None:
    tables = read_schema()
    assert {
        "fact_article",
        "fact_mention",
        "fact_cooperation",
        "fact_revision",
        "dim_office",
        "dim_story",
        "dim_date",
    } <= {table.name for table in tables}
    assert [table.name for table in tables if not table.grain.startswith("One row per ")] == []
    assert [(table.name, each.name) for table in tables for each in table.columns if not each.comment] == []


def test_the_picture_in_the_readme_is_the_model() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    assert as_mermaid(read_schema()) in readme, "put the output of `rasad schema --mermaid` into README.md"


def test_the_macros_that_the_readme_names_are_there_with_an_example() -> None:
    macros = read_macros()
    assert {macro.name for macro in macros} >= CALLED
    printed = as_text(read_schema(), macros)
    assert all(f"{name}(" in printed for name in CALLED)
