"""Paths, limits and the warehouse address, from the environment, read once.

The command line, the DAGs and the pipeline read it and pass it down; no other module looks at the
environment, so a test can run any stage on folders of its own.
"""

from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PROJECT = Path(__file__).resolve().parents[1]


class Settings(BaseSettings):
    """Every setting, each with the variable RASAD_<NAME> and a default that works on one machine."""

    model_config = SettingsConfigDict(env_prefix="RASAD_", frozen=True, env_ignore_empty=True)

    home: Path = Field(default=PROJECT / ".rasad", description="Everything that Rasad writes.")
    inbox: Path | None = Field(default=None, description="Folder of documents; <home>/inbox if not set.")
    timezone: str = Field(default="Asia/Riyadh", description="IANA zone in which a news day begins and ends.")
    sources: tuple[str, ...] = Field(
        default=(),
        description="Ids of the sources to run, as JSON; if empty, the inbox, and all outlets if contact is set.",
    )
    sources_dir: Path | None = Field(default=None, description="Folder of source files of your own.")
    contact: str = Field(
        default="", description="Your e-mail or web address, sent to every site; without it no site is asked."
    )
    web_allow: tuple[str, ...] = Field(
        default=(),
        description="Addresses or networks to open though they are not public, as JSON: 127.0.0.1.",
    )
    failed_sources_max: float = Field(
        default=0.1,
        ge=0,
        le=1,
        description="Share of a night's sources that may fail while it still counts as whole.",
    )
    late_hours: float = Field(
        default=4.0,
        ge=0,
        description="A night that has not ended so long after it was due is reported as late; 0: never.",
    )
    notify: tuple[str, ...] = Field(
        default=(), description="Airflow connections that failures, late nights and findings go to, as JSON."
    )
    keep_days: int | None = Field(
        default=None, ge=40, description="Raw pages of older news days are deleted; without it, none ever is."
    )
    max_document_bytes: int = Field(default=20_000_000, gt=0, description="Larger documents are dropped.")
    keep_versions: int = Field(
        default=7, gt=0, description="Published files that stay in warehouse/versions, the newest included."
    )
    parquet: bool = Field(
        default=True, description="Whether each publish writes the tables to warehouse/parquet, too."
    )
    quiet_seconds: float = Field(
        default=2.0, ge=0, description="A file that changed within this time is looked at twice."
    )

    @field_validator("home", "inbox", "sources_dir")
    @classmethod
    def _absolute(cls, value: Path | None) -> Path | None:
        return None if value is None else value.expanduser().resolve()

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError) as error:
            msg = f"RASAD_TIMEZONE={value!r} is no IANA time zone; give one such as Asia/Riyadh"
            raise ValueError(msg) from error
        return value

    @property
    def zone(self) -> ZoneInfo:
        """The zone of the news day."""
        return ZoneInfo(self.timezone)

    @property
    def inbox_dir(self) -> Path:
        """The folder of documents that the inbox source reads."""
        return self.inbox or self.home / "inbox"

    @property
    def archive_dir(self) -> Path:
        """Raw documents as WARC files, a folder per source and news day."""
        return self.home / "archive"

    @property
    def staging_dir(self) -> Path:
        """Refined rows as Parquet, a folder per news day and source."""
        return self.home / "staging"

    @property
    def verdict_file(self) -> Path:
        """What reviewers said of people that no list holds; kept by hand, never written by a run."""
        return self.home / "verdict.csv"

    @property
    def health_dir(self) -> Path:
        """What upkeep found, as Parquet, a file per day of checking."""
        return self.home / "health"

    @property
    def working_file(self) -> Path:
        """The DuckDB file that only the one writer opens."""
        return self.home / "warehouse" / "working.duckdb"

    @property
    def published_file(self) -> Path:
        """The DuckDB file that everybody reads; replaced whole by each publish."""
        return self.home / "warehouse" / "rasad.duckdb"
