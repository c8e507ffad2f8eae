"""What went wrong, to people: by mail, to Slack or to any webhook, as the operator's connections say. No DAG.

RASAD_NOTIFY names Airflow connections. Their type decides: `smtp` sends a mail to the addresses in the extra
field `to`; `slackwebhook` needs Slack's provider; `http` posts {"text": …}, as Slack, Mattermost, Zulip and
most others take it.
"""

from __future__ import annotations

import logging
from html import escape
from typing import TYPE_CHECKING, Any

import requests
from airflow.sdk import BaseNotifier, Connection

from etl.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

_SECONDS = 30
_MOST_LINES = 50
_LOG = logging.getLogger(__name__)


class NoticeError(Exception):
    """A notice did not reach a connection; the message names it."""


class Notice(BaseNotifier):
    """A title and some lines, to every connection in RASAD_NOTIFY."""

    template_fields: Sequence[str] = ()

    def __init__(self, title: str, lines: Sequence[str] = ()) -> None:
        """Take what is to be told; nothing is sent yet."""
        super().__init__()
        self.title = title
        more = len(lines) - _MOST_LINES
        self.lines = (*lines[:_MOST_LINES], *([f"and {more} more"] if more > 0 else ()))

    def notify(self, context: Any) -> None:  # noqa: ANN401 - Airflow's own type differs by who calls
        """Send to each connection; one that fails does not keep it from the others.

        Raises:
            NoticeError: some did not take it.
        """
        failed = []
        for connection_id in Settings().notify:
            try:
                self._send(connection_id, context)
            except Exception as error:  # noqa: BLE001 - each connection fails in its own way
                failed.append(f"{connection_id}: {error}")
        if failed:
            msg = f"not told: {'; '.join(failed)}"
            raise NoticeError(msg)

    def _send(self, connection_id: str, context: Any) -> None:  # noqa: ANN401 - as above
        connection = Connection.get(connection_id)
        match connection.conn_type:
            case "smtp":
                self._mail(connection, context)
            case "slackwebhook":
                self._slack(connection_id, context)
            case "http" | "https":
                self._post(connection)
            case other:
                msg = f"connection type {other!r}; use smtp, slackwebhook or http"
                raise ValueError(msg)

    @property
    def text(self) -> str:
        """The notice as plain text."""
        return "\n".join((self.title, *self.lines))

    def _mail(self, connection: Connection, context: Any) -> None:  # noqa: ANN401 - as above
        from airflow.providers.smtp.notifications.smtp import SmtpNotifier

        to = connection.extra_dejson.get("to")
        if not to:
            msg = 'the connection\'s extra field needs "to": the addresses that are told'
            raise ValueError(msg)
        body = f"<pre>{escape(self.text)}</pre>"
        mail = SmtpNotifier(
            to=to,
            subject=self.title,
            html_content=body,
            smtp_conn_id=connection.conn_id,
            mime_charset="utf-8",
        )
        mail.notify(context)

    def _slack(self, connection_id: str, context: Any) -> None:  # noqa: ANN401 - as above
        from airflow.providers.slack.notifications.slack_webhook import (  # type: ignore[import-not-found]
            SlackWebhookNotifier,
        )

        SlackWebhookNotifier(slack_webhook_conn_id=connection_id, text=self.text).notify(context)

    def _post(self, connection: Connection) -> None:
        headers = {"Authorization": f"Bearer {connection.password}"} if connection.password else {}
        answer = requests.post(
            _address(connection), json={"text": self.text}, headers=headers, timeout=_SECONDS
        )
        answer.raise_for_status()


def _address(connection: Connection) -> str:
    """Give the address of a webhook: the host where it is a whole address, else what the parts make."""
    host = connection.host or ""
    if "://" in host:
        return host
    scheme = "https" if connection.conn_type == "https" else connection.schema or "https"
    port = f":{connection.port}" if connection.port else ""
    return f"{scheme}://{host}{port}{connection.extra_dejson.get('path', '/')}"


def tell(title: str, lines: Sequence[str] = (), context: Any = None) -> None:  # noqa: ANN401 - as above
    """Tell, where a connection is named; what fails is logged, so that a notice never hides what it is about."""
    try:
        Notice(title, lines).notify(context or {})
    except NoticeError as error:
        _LOG.warning("%s", error)


def night_is_late(context: dict[str, Any] | None = None) -> None:
    """Tell that a run has not ended in time. A backfill's days wait for one another, so they are never late."""
    run = (context or {}).get("dag_run", {})
    if run.get("run_type") == "backfill":
        return
    day = run.get("partition_key") or "yesterday"
    line = f"Run {run.get('dag_run_id', 'unknown')} has not ended {Settings().late_hours:g} hours after it was due."
    Notice(f"Rasad: the night of {day} is late", (line, "Its tasks and their logs: DAG nightly.")).notify(
        context or {}
    )
