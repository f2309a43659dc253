"""The document of the server: in step with its routes, and whatever is made up from it is answered without a fault."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from support.ledger import FIRST, open_ledger, seed
from support.superior import serving

from district_server.__main__ import main
from district_server.app import create_app
from district_server.clock import clock
from district_server.openapi import not_described
from wire.signatures import sign_request

DOCUMENT = Path(__file__).parents[2] / "docs" / "openapi.json"
LET_IN = 'quay_answers_total{route="head",class="2xx"}'
SCHEMA = schemathesis.openapi.from_dict(json.loads(DOCUMENT.read_text(encoding="utf-8")))


def test_the_document_is_what_the_server_prints(capsys):
    """After a change of routes: `district-server openapi > docs/openapi.json`."""
    assert main(["openapi"]) == 0
    assert capsys.readouterr().out == DOCUMENT.read_text(encoding="utf-8")


def test_every_route_is_described(tmp_path):
    ledger = open_ledger(tmp_path)
    left = not_described(create_app(ledger, clock(None)))
    ledger.close()

    assert left == []


@pytest.fixture(scope="module")
def url(engine, tmp_path_factory):
    folder = tmp_path_factory.mktemp("superior")
    open_ledger(folder).close()
    with serving(folder) as address:
        yield address
        counted = requests.get(f"{address}/metrics", timeout=10).text
    for_a_desk = [line for line in counted.splitlines() if line.startswith(LET_IN)]
    assert not for_a_desk[0].endswith(" 0")  # else every request had ended at its signature


counter = iter(range(1, 10**9))


def signed(case):
    """Let every other made-up request come from a known desk: the rest ends at its signature."""
    number = next(counter)
    if number % 2 and case.path.startswith("/v1/") and case.headers is not None:
        body = case.body if isinstance(case.body, bytes) else b""
        signature = sign_request(seed(FIRST), case.method, case.path, FIRST, number, body)
        case.headers.update({"Desk": FIRST, "Counter": str(number), "Signature": signature})


@SCHEMA.parametrize()
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_whatever_comes_is_answered_without_a_fault(case, url):
    """A request made up from the document, and against it, is never a fault of ours."""
    signed(case)
    case.call_and_validate(base_url=url, checks=[not_a_server_error])
