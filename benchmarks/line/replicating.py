"""One run of PouchDB to a PouchDB server: a document a case, replicated over HTTPS until all are there.

Its packages are installed below `pouchdb/` by npm at the versions of package-lock.json when they are first needed.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from benchmarks.line.certificates import Chain
from benchmarks.line.ends import MOST_S, NotHere, Run, asked, run_of, running
from benchmarks.line.lines import Joined, Line
from benchmarks.line.synthetic_day import synthetic_day

SCRIPTS = Path(__file__).parent / "pouchdb"


def replicated(cases: int, line: Line, tls: Chain, folder: Path, joined: Joined) -> Run:
    """Replicate the day.

    Raises:
        NotHere: no node, or its packages could not be installed.
    """
    node = _node()
    documents = [
        {"_id": one["id"]} | {name: value for name, value in one.items() if name != "id"}
        for one in synthetic_day(cases).cases
    ]
    file, desk, superior = folder / "documents.json", folder / "desk", folder / "superior"
    file.write_text(json.dumps(documents))
    desk.mkdir()
    superior.mkdir()
    with joined(line, folder) as link:
        serve = {
            "folder": str(superior),
            "host": link.host,
            "port": link.port,
            "chain": str(tls.chain),
            "key": str(tls.key),
        }
        told = {"folder": str(desk / "day"), "url": f"https://{link.at}/day", "authority": str(tls.authority),
                "documents": str(file), "most_s": MOST_S}  # fmt: skip
        with running([*link.superior, node, str(SCRIPTS / "server.js"), json.dumps(serve)]):
            result = asked([*link.desk, node, str(SCRIPTS / "desk.js")], told)
    if not (superior / "day").exists():  # not one question for the database came through
        return run_of(result, link, doubled=0, lost=cases)
    there = asked([node, str(SCRIPTS / "count.js")], {"folder": str(superior / "day")})
    ids = {one["_id"] for one in documents}
    beyond = len(there["ids"]) - len(ids & set(there["ids"]))
    return run_of(result, link, doubled=there["conflicts"] + beyond, lost=len(ids - set(there["ids"])))


def _node() -> str:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None:
        raise NotHere("node is not installed")
    if not (SCRIPTS / "node_modules").exists():
        if npm is None:
            raise NotHere("npm is not installed")
        # its native parts come built: a script of a package has nothing to do here
        install = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        if subprocess.run(install, cwd=SCRIPTS, capture_output=True, check=False).returncode:
            shutil.rmtree(SCRIPTS / "node_modules", ignore_errors=True)
            raise NotHere("npm ci failed: PouchDB is not installed")
    return node
