"""The server as whoever runs it sees it: processes, health, counts, a log that names nobody."""

from __future__ import annotations

import json
import logging
import os
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest
import requests
from support.engines import options_of, query
from support.ledger import CODE, FIRST, NOW, RECEIVED, SECOND, know, open_ledger, seed, take
from support.postgres import Cluster
from support.superior import serving

from district_server.app import create_app
from district_server.counts import OTHER, WORDS, Counts, name_of
from district_server.errors import Refused
from district_server.ledger import Ledger
from district_server.logs import JsonLines, told
from district_server.operators.door import HOME
from wire.signatures import sign_request

ROOT = Path(__file__).parents[2]
PATIENCE_S = 90  # processes that start on a busy PC
NAMES = ("Nguyễn", "Minh", "0912345678", "038190004217")


@pytest.fixture
def folder(engine, tmp_path):
    made = open_ledger(tmp_path / "superior")
    take(made, ("received", CODE, RECEIVED), ("completed", "H56.22.17-261123-5009", {}))
    made.close()
    return tmp_path / "superior"


def head(url, counter, desk=FIRST):
    signature = sign_request(seed(desk), "GET", "/v1/head", desk, counter, b"")
    headers = {"Desk": desk, "Counter": str(counter), "Signature": signature}
    return requests.get(f"{url}/v1/head", headers=headers, timeout=PATIENCE_S)


def counts(url, **headers):
    answer = requests.get(f"{url}/metrics", headers=headers, timeout=PATIENCE_S)
    lines = (line.rpartition(" ") for line in answer.text.splitlines() if line and line[0] != "#")
    return answer.status_code, {name: float(value) for name, _, value in lines}


def test_health_is_told_while_the_database_answers(folder):
    with serving(folder) as url:
        answer = requests.get(f"{url}/healthz", timeout=PATIENCE_S)

        assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_counts_tell_what_the_ledger_holds_and_what_was_asked(folder):
    with serving(folder) as url:
        assert head(url, 1).status_code == 200
        assert head(url, 1).status_code == 409
        status, told_now = counts(url)

    assert status == 200
    assert told_now["quay_events"] == 2
    assert told_now['quay_events_refused{code="unknown_case"}'] == 1
    assert told_now['quay_answers_total{route="head",class="2xx"}'] == 1
    assert told_now['quay_answers_total{route="head",class="4xx"}'] == 1
    assert told_now['quay_requests_refused_total{word="replayed"}'] == 1
    assert told_now['quay_answer_seconds_bucket{route="head",le="+Inf"}'] == 2
    assert told_now['quay_desks{silent="hour"}'] == 1
    assert told_now['quay_desks{silent="never"}'] == 2


def test_counts_are_for_this_pc_or_for_a_token(folder, tmp_path):
    with serving(folder) as url:
        assert counts(url, **{"X-Forwarded-For": "127.0.0.1"})[0] == 404  # a proxy here asks for somebody
    token = tmp_path / "token"
    token.write_text("k" * 32 + "\n")
    with serving(folder, 0, "--metrics-token-file", str(token)) as url:
        assert [
            counts(url)[0],
            counts(url, Authorization="Bearer " + "j" * 32)[0],
            counts(url, Authorization="Bearer " + "k" * 32)[0],
        ] == [404, 404, 200]


def test_several_processes_serve_one_address_and_count_together(folder):
    with serving(folder, 0, "--processes", "3") as url, ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda n: head(url, n, (FIRST, SECOND)[n % 2]).status_code, range(1, 41)))
        _, told_now = counts(url)

    assert set(answers) <= {200, 409}  # what comes later with a lower counter is a replay
    classes = [told_now[f'quay_answers_total{{route="head",class="{name}"}}'] for name in ("2xx", "4xx")]
    assert classes == [answers.count(200), answers.count(409)]
    assert max(query(folder, "select counter from desk")) == (40,)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux deals connections out")
def test_connections_that_are_kept_are_dealt_out_to_the_processes(tmp_path):
    """One process that takes all that wait would leave the other cores idle for as long as desks keep them."""
    serve = [sys.executable, "-m", "district_server", "serve", "--data", str(tmp_path / "s"), "--port", "0"]
    with subprocess.Popen(
        [*serve, "--processes", "2"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as server, ExitStack() as kept:  # fmt: skip
        try:
            url = server.stdout.readline().strip()
            port = int(url.rpartition(":")[2])
            desks = [
                kept.enter_context(socket.create_connection(("127.0.0.1", port), PATIENCE_S))
                for _ in range(40)  # by chance all come to one of the two once in 2**39
            ]
            for desk in desks:
                desk.sendall(b"GET /healthz HTTP/1.1\r\nHost: here\r\n\r\n")
                assert desk.recv(12) == b"HTTP/1.1 200"
            held = [_connections_of(child, port) for child in _processes_of(server)]
        finally:
            server.terminate()
            server.communicate()

    assert len(held) == 2
    assert sum(held) == 40
    assert min(held) > 0


def _processes_of(server):
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    return [int(one) for one in children if "spawn_main" in Path(f"/proc/{one}/cmdline").read_text()]


def _connections_of(process, port):
    """Return how many connections to our port a process holds: its sockets that the kernel calls established."""
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    known = {f"socket:[{row[9]}]" for row in rows if row[1].endswith(f":{port:04X}") and row[3] == "01"}
    return sum(str(one.readlink()) in known for one in Path(f"/proc/{process}/fd").iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends processes otherwise")
def test_when_one_process_ends_by_itself_the_server_ends_with_1(tmp_path):
    serve = [sys.executable, "-m", "district_server", "serve", "--data", str(tmp_path / "s"), "--port", "0"]
    with subprocess.Popen(
        [*serve, "--processes", "2"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as server:
        url = server.stdout.readline().strip()
        assert requests.get(f"{url}/healthz", timeout=PATIENCE_S).status_code == 200
        ours = _processes_of(server)
        os.kill(ours[0], signal.SIGKILL)

        assert server.wait(PATIENCE_S) == 1
        server.communicate()
    assert len(ours) == 2


def test_a_database_that_is_away_is_busy_and_not_a_fault_of_the_desk():
    """The desk tries again later; nothing is told of the database."""
    own = Cluster()
    try:
        place = own.new()
        know(Ledger(place)).close()
        with subprocess.Popen(
            [sys.executable, "-m", "district_server", "serve", "--database", place, "--port", "0"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
        ) as server:  # fmt: skip
            url = server.stdout.readline().strip()
            before = head(url, 1).status_code
            own.end()
            answers = [head(url, 2), requests.get(f"{url}/healthz", timeout=PATIENCE_S)]
            form = {"case_code": CODE, "proof": "0000"}
            pages = [requests.post(f"{url}/tra-cuu", form, timeout=PATIENCE_S)]
            cookie = {"qmc": "x" * 43}
            pages.append(requests.get(f"{url}/quan-ly", cookies=cookie, timeout=PATIENCE_S))
            server.terminate()
            _, log = server.communicate(timeout=PATIENCE_S)
    finally:
        own.end()

    assert before == 200
    assert [(one.status_code, one.json()) for one in answers] == [(503, {"error": "busy"})] * 2
    assert [page.status_code for page in pages] == [503] * 2
    assert all("đang bận" in page.text and "charset=utf-8" in page.headers["Content-Type"] for page in pages)
    assert {json.loads(line)["event"] for line in log.splitlines()} == {"busy"}


def test_the_log_is_json_lines_and_names_no_person(folder):
    """Desk, sizes, words and times: whoever reads the log learns of nobody's case."""
    with subprocess.Popen(
        [sys.executable, "-m", "district_server", "serve", *options_of(folder), "--port", "0"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
    ) as server:  # fmt: skip
        url = server.stdout.readline().strip()
        head(url, 5)
        head(url, 5)
        requests.post(
            f"{url}/tra-cuu", data={"case_code": "Nguyễn Minh", "proof": "0912345678"}, timeout=PATIENCE_S
        )
        requests.get(f"{url}/Nguyễn/038190004217?phone=0912345678", timeout=PATIENCE_S)
        requests.post(f"{url}/v1/enrol", data=b'{"desk":"Minh","mac":"0912345678"}', timeout=PATIENCE_S)
        server.terminate()
        _, text = server.communicate(timeout=PATIENCE_S)

    lines = [json.loads(line) for line in text.splitlines()]
    assert [(one["event"], one["word"]) for one in lines if one["event"] == "refused"] == [
        ("refused", "replayed"),
        ("refused", "wrong_code"),
    ]
    assert all({"at", "level", "logger", "event"} <= set(one) for one in lines)
    assert not any(name in text for name in NAMES)


def test_an_error_is_logged_by_its_kind_and_place_alone():
    """The text of a database's error holds the values of the row."""
    try:
        try:
            raise ValueError(NAMES[0])
        except ValueError as error:
            raise RuntimeError(NAMES[1]) from error
    except RuntimeError:
        record = logging.LogRecord("x", logging.ERROR, "", 0, "Exception in %s", (NAMES[2],), sys.exc_info())
    line = JsonLines().format(record)

    assert json.loads(line)["error"] == "RuntimeError"
    assert "test_running.py" in line
    assert not any(name in line for name in NAMES)


def test_what_is_told_stands_beside_its_fields(caplog):
    with caplog.at_level(logging.INFO, "quay"):
        told(logging.getLogger("quay"), "exchange", desk=FIRST, frames=2)
    line = json.loads(JsonLines().format(caplog.records[0]))

    assert (line["event"], line["desk"], line["frames"]) == ("exchange", FIRST, 2)


def test_each_route_and_each_refusal_is_counted_by_a_name_of_its_own(tmp_path):
    """What is counted as "other" is looked for by nobody."""
    ledger = Ledger(tmp_path / "superior")
    paths = [*create_app(ledger, lambda: NOW).openapi()["paths"], HOME, f"{HOME}/usb"]
    ledger.close()
    refusals, words = [Refused], set()
    for kind in refusals:
        refusals += kind.__subclasses__()
        words.add(kind.word)

    assert {"/v1/exchange", "/v1/things/{sha256}", "/tra-cuu"} < set(paths)
    assert [path for path in paths if name_of(path) == OTHER] == []
    assert words - set(WORDS) == set()
    assert name_of("/wp-admin") == OTHER


def test_counts_of_all_processes_add_up():
    shared = Counts(2)
    for number in range(2):
        shared.of_process(number).answered("/v1/exchange", 200, 0.03)
        shared.of_process(number).refused("gap")
        shared.of_process(number).refused("a word of tomorrow")
    route = next(shared.routes())

    assert (route.name, route.answers["2xx"], route.within[:5]) == ("exchange", 2, (0, 0, 0, 2, 2))
    assert (shared.refusals()["gap"], shared.refusals()["other"]) == (2, 2)
