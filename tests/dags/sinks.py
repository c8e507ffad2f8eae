"""Where notices go to in tests: a webhook and a mail server of this machine, that keep what they are given."""

import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Sinks:
    """What arrived, and the connections that lead here, as Airflow reads them from the environment."""

    posts: list[str] = field(default_factory=list)
    mails: list[tuple[str, str, str]] = field(default_factory=list)
    connections: dict[str, str] = field(default_factory=dict)


class Hook(BaseHTTPRequestHandler):
    kept: Sinks

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.kept.posts.append(
            body["text"] if self.headers["Authorization"] == "Bearer secret" else "refused"
        )
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


class Mail(socketserver.StreamRequestHandler):
    kept: Sinks

    def handle(self) -> None:
        self.say("220 sink")
        to: list[str] = []
        while line := self.rfile.readline().decode().strip():
            word = line[:4].upper()
            if word == "RCPT":
                to.append(line.partition("<")[2].partition(">")[0])
            if word == "DATA":
                self.say("354 go on")
                self.keep(to)
            self.say("221 bye" if word == "QUIT" else "250 ok")
            if word == "QUIT":
                return

    def keep(self, to: list[str]) -> None:
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line)
        message = message_from_bytes(b"".join(lines), policy=policy.default)
        body = message.get_body(("html", "plain"))
        assert body is not None
        self.kept.mails.append((",".join(to), message["Subject"], body.get_content()))

    def say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


@contextmanager
def sinks() -> Iterator[Sinks]:
    """Serve a webhook and a mail server on free ports."""
    kept = Sinks()
    hooks = ThreadingHTTPServer(("127.0.0.1", 0), type("KeptHook", (Hook,), {"kept": kept}))
    mails = socketserver.ThreadingTCPServer(("127.0.0.1", 0), type("KeptMail", (Mail,), {"kept": kept}))
    extra = {
        "to": "desk@example.org",
        "from_email": "rasad@example.org",
        "disable_ssl": True,
        "disable_tls": True,
    }
    hook = {"conn_type": "http", "host": f"http://127.0.0.1:{hooks.server_port}/hook", "password": "secret"}
    mail = {"conn_type": "smtp", "host": "127.0.0.1", "port": mails.server_address[1], "extra": extra}
    kept.connections.update(
        AIRFLOW_CONN_RASAD_HOOK=json.dumps(hook), AIRFLOW_CONN_RASAD_MAIL=json.dumps(mail)
    )
    with ExitStack() as stack:
        for server in (hooks, mails):
            stack.enter_context(server)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            stack.callback(server.shutdown)
        yield kept
