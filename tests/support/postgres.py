"""PostgreSQL for the tests: one cluster in a temporary folder and on a socket of its own, ended with the tests."""

from __future__ import annotations

import atexit
import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import psycopg
from psycopg import sql

from district_server.ledger import Ledger

NEEDED = "PostgreSQL is missing; please run: apt-get install postgresql"
PORT = 5432  # a name within the socket's folder; nothing listens on the network
# a test's data need not outlive a power cut
SETTINGS = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=200",
    "listen_addresses=",
)
# it ends when the line from here ends, also when the tests are killed; SIGINT = whoever is still connected is let go
WATCHED = 'exec 3<&0; "$@" 3<&- & pid=$!; { cat <&3 >/dev/null; kill -INT $pid; } & wait $pid'
ACCOUNTS = ("postgres", "nobody")  # initdb refuses root

EMPTY = """
do $$ declare named text; begin
    set local session_replication_role = replica; -- the operators' log is append-only to everybody else
    for named in select relname from pg_class where relnamespace = 'public'::regnamespace
                    and relkind in ('r', 'p') and not relispartition and relname <> 'schema_version' loop
        execute format('delete from %I', named);
    end loop;
    for named in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' loop
        execute format('alter sequence %I restart', named);
    end loop;
end $$
"""


class Cluster:
    """A running PostgreSQL whose databases are copies of one with the ledger's tables."""

    def __init__(self, settings: tuple[str, ...] = SETTINGS) -> None:
        self._home = Path(tempfile.mkdtemp(prefix="quay-pg-", dir="/tmp"))
        self._account = _account()
        if self._account:
            os.chown(self._home, self._account.pw_uid, self._account.pw_gid)
        self._numbers = itertools.count(1)
        self._data = self._home / "data"
        self._run(
            "initdb",
            "-D",
            self._data,
            "-U",
            "test",
            "-A",
            "trust",
            "--no-sync",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
        )
        chosen = (*settings, f"unix_socket_directories={self._home}", f"port={PORT}", "logging_collector=off")
        with (self._home / "log").open("wb") as log:
            self._server = subprocess.Popen(
                ["sh", "-c", WATCHED, "sh", _tool("postgres"), "-D", str(self._data), *(part for one in chosen for part in ("-c", one))],
                stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=log, **self._as_account(),
            )  # fmt: skip
        self._await()
        self._free: list[str] = []
        Ledger(self._make("ledger", "template0")).close()

    def place(self, name: str) -> str:
        """Return the address of a database of this cluster."""
        return f"postgresql+psycopg://test@/{name}?host={self._home}&port={PORT}"

    def new(self) -> str:
        """Return the address of a fresh database with the ledger's tables and keys of its own."""
        place = self._free.pop() if self._free else self._make(f"t{next(self._numbers)}", "ledger")
        with psycopg.connect(self._info(_name(place)), autocommit=True) as connection:
            connection.execute(EMPTY)
        return place

    def give_back(self, place: str) -> None:
        """Take a database that `new` gave, to be emptied and given again: that is ten times as fast."""
        self._free.append(place)

    def empty(self) -> str:
        """Return the address of a database without tables."""
        return self._make(f"e{next(self._numbers)}", "template0")

    def copy(self, place: str) -> str:
        """Return the address of a copy of a database that nobody is connected to."""
        return self._make(f"c{next(self._numbers)}", _name(place))

    def drop(self, place: str) -> None:
        """Take a database away, whoever is still connected."""
        self._admin(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(_name(place))))

    def query(self, place: str, text: str) -> list[tuple]:
        """Return the rows of one statement."""
        with psycopg.connect(self._info(_name(place)), autocommit=True) as connection:
            found = connection.execute(text)
            return found.fetchall() if found.description else []

    def tool(self, name: str, place: str, *more: str) -> str:
        """Run one of PostgreSQL's own tools on a database and return what it wrote."""
        ran = subprocess.run(
            [_tool(name), "-h", str(self._home), "-p", str(PORT), "-U", "test", "-d", _name(place), *more],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        return ran.stdout

    def end(self) -> None:
        """Stop the server and leave nothing behind."""
        if self._server.poll() is None:
            self._server.stdin.close()
            try:
                self._server.wait(20)
            except subprocess.TimeoutExpired:
                self._server.kill()
                self._server.wait(20)
        shutil.rmtree(self._home, ignore_errors=True)

    def _make(self, name: str, template: str) -> str:
        self._admin(
            sql.SQL("create database {} template {} strategy file_copy").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
        return self.place(name)

    def _admin(self, statement: sql.Composed) -> None:
        with psycopg.connect(self._info("postgres"), autocommit=True) as connection:
            connection.execute(statement)

    def _info(self, name: str) -> str:
        return f"host={self._home} port={PORT} user=test dbname={name}"

    def _await(self) -> None:
        """Wait until it answers; it says why in its log when it does not start."""
        ready = [_tool("pg_isready"), "-h", str(self._home), "-p", str(PORT), "-t", "5", "-q"]
        while subprocess.run(ready, check=False).returncode:
            if self._server.poll() is not None:
                raise RuntimeError((self._home / "log").read_text())

    def _run(self, tool: str, *arguments: object) -> None:
        subprocess.run(
            [_tool(tool), *map(str, arguments)],
            check=True, stdout=subprocess.DEVNULL, cwd=self._home, **self._as_account(),
        )  # fmt: skip

    def _as_account(self) -> dict:
        if not self._account:
            return {}
        return {"user": self._account.pw_uid, "group": self._account.pw_gid, "extra_groups": []}


_running: list[Cluster] = []


def cluster() -> Cluster:
    """Return the cluster of this run of the tests, started when first asked for."""
    if not _running:
        _running.append(Cluster())
        atexit.register(_running[0].end)
    return _running[0]


def _account() -> pwd.struct_passwd | None:
    """Return the account to run as; None = the own one will do."""
    if os.geteuid():
        return None
    known = {one.pw_name: one for one in pwd.getpwall()}
    return next(known[name] for name in ACCOUNTS if name in known)


def _tool(name: str) -> str:
    """Return the path of one of PostgreSQL's programs; Debian keeps each version's in a folder of its own."""
    found = shutil.which(name) or max(map(str, Path("/usr/lib/postgresql").glob(f"*/bin/{name}")), default="")
    if not found:
        raise RuntimeError(NEEDED)
    return found


def _name(place: str) -> str:
    return place.partition("@/")[2].partition("?")[0]
