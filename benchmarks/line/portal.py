"""What many would build instead, the superior's end: JSON over HTTPS, one case or a batch, each with a uuid, into SQLite.

`python -m benchmarks.line.portal JSON` writes its port and counts every case that came a second time.
"""

from __future__ import annotations

import gzip
import json
import sqlite3
import ssl
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

MOST_BYTES = 4 * 1024 * 1024


class Portal(BaseHTTPRequestHandler):
    """Takes a list of cases a POST."""

    protocol_version = "HTTP/1.1"
    timeout = 120
    disable_nagle_algorithm = True  # else the answer's body waits a round trip for its headers
    file = Path()

    def do_POST(self) -> None:
        """Store each case once; count those that were there."""
        body = self.rfile.read(min(int(self.headers["Content-Length"]), MOST_BYTES))
        if self.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        with sqlite3.connect(self.file) as database:
            for case in json.loads(body):
                database.execute("insert into came values (?)", [case["id"]])
                database.execute("insert or ignore into kept values (?, ?)", [case["id"], json.dumps(case)])
        self.send_response(200)
        self.send_header("Content-Length", "11")
        self.end_headers()
        self.wfile.write(b'{"ok":true}')

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def main() -> None:
    """Serve until terminated."""
    told = json.loads(sys.argv[1])
    Portal.file = Path(told["file"])
    with sqlite3.connect(Portal.file) as database:
        database.execute("create table came (id text)")
        database.execute("create table kept (id text primary key, body text)")
    server = ThreadingHTTPServer((told["host"], told["port"]), Portal)
    server.daemon_threads = True
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(told["chain"], told["key"])
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    server.serve_forever()


if __name__ == "__main__":
    main()
