"""The server over HTTP: what is too much, what is strange, and who asks."""

from __future__ import annotations

import pytest
import requests
from support.ledger import CODE, FIRST, NOW, RECEIVED, open_ledger, rows_of, take
from support.superior import serving

from district_server.desks import new_enrolment
from district_server.ledger import enrolment_code
from wire.limits import FRAME_BYTES, REQUEST_BYTES
from wire.request import Request, pack_request

pytestmark = pytest.mark.usefixtures("engine")


@pytest.fixture
def folder(tmp_path):
    made = open_ledger(tmp_path / "superior")
    take(made, ("received", CODE, RECEIVED))
    made.close()
    return tmp_path / "superior"


@pytest.fixture(scope="module")
def shared(engine, tmp_path_factory):
    """One server for the tests that count nothing: its ledger and its address."""
    folder = tmp_path_factory.mktemp("shared")
    ledger = open_ledger(folder)
    with serving(folder) as address:
        yield ledger, address
    ledger.close()


@pytest.fixture
def url(shared):
    return shared[1]


def post(url, path, body, **headers):
    return requests.post(url + path, data=body, headers=headers, timeout=10)


def test_nothing_of_a_request_is_read_beyond_a_head_that_nobody_signed(url):
    body = pack_request(Request(after=0, cursor=0, frames=(b"x" * FRAME_BYTES,) * 8))
    asked = []

    def trickle():
        for at in range(0, len(body), 4096):
            asked.append(at)
            yield body[at : at + 4096]

    assert post(url, "/v1/exchange", trickle()).json() == {"error": "unknown_signer"}
    assert post(url, "/v1/exchange", b"x" * REQUEST_BYTES).json() == {"error": "bad_frame"}


@pytest.mark.parametrize("path", ["/v1/enrol", "/tra-cuu"])
def test_small_questions_are_read_up_to_4_kb(url, path):
    assert post(url, path, b"x" * 4096).status_code != 413
    assert post(url, path, b"x" * 4097).json() == {"error": "too_large"}
    assert post(url, path, (b"x" * 1000 for _ in range(9))).status_code == 413  # no length header


def test_a_form_of_many_fields_is_refused(url):
    assert post(url, "/tra-cuu", b"&".join(b"a=1" for _ in range(99))).json() == {"error": "bad_frame"}


@pytest.mark.parametrize(
    ("body", "tries"),
    [
        (b'{"desk":"H1/1","mac":"\\ud800"}', 1),
        (b'{"desk":"H1/1","mac":"a","x":1.5}', 1),
        (b'{"desk":"H1/1","mac":"a","x":1e999}', 1),
        (b'{"desk":"H1/1"}', 1),
        (b'{"desk":"H1/1","x":' + b"[" * 900 + b"]" * 900 + b"}", 1),
        (b'{"desk":"\\ud800"}', 0),
        (b"[" * 4000, 0),
        (b'{"desk":"H1/1","mac":"' + b"a" * 20, 0),
        (b"\xff", 0),
        (b"", 0),
        (b"5", 0),
    ],
)
def test_a_strange_enrolment_is_a_wrong_code(shared, body, tries):
    ledger, url = shared
    new_enrolment(ledger, "H1", 1, "x", NOW)
    answer = post(url, "/v1/enrol", body)

    assert (answer.status_code, answer.json()) == (403, {"error": "wrong_code"})
    assert rows_of(ledger, enrolment_code.c.wrong) == [(tries,)]


def statuses(url, addresses):
    form = {"case_code": CODE, "proof": "0000"}
    return [
        post(url, "/tra-cuu", form, **({"X-Forwarded-For": address} if address else {})).status_code
        for address in addresses
    ]


def test_a_made_up_address_is_not_believed(folder):
    """Or whoever sends the header asks without end."""
    with serving(folder) as url:
        assert statuses(url, [f"9.9.9.{n}" for n in range(32)]) == [200] * 30 + [429] * 2


def test_behind_a_proxy_each_citizen_has_a_limit_of_his_own(folder):
    with serving(folder, 0, "--behind-proxy") as url:
        assert statuses(url, [f"9.9.9.{n}" for n in range(32)]) == [200] * 32
        assert statuses(url, ["9.9.9.0"] * 31) == [200] * 29 + [429] * 2
        assert statuses(url, ["8.8.8.8, 9.9.9.0"]) == [
            429
        ]  # what the citizen wrote stands left of what the proxy saw


def test_a_path_that_cannot_be_signed_is_signed_by_nobody(url):
    """Decomposed letters have no canonical form: that is no fault of ours."""
    headers = {"Desk": FIRST, "Counter": "9000", "Signature": "A" * 86}
    answer = requests.get(f"{url}/v1/things/e%CC%81", headers=headers, timeout=10)

    assert (answer.status_code, answer.json()) == (401, {"error": "unknown_signer"})


def test_odd_questions_find_nothing(url):
    for form in (
        b"case_code=%ED%A0%80&proof=%00",
        b"case_code=a%00b",
        b"\xff=\xfe",
        b"",
        b"case_code",
        b"proof=" + b"9" * 900,
    ):
        page = post(url, "/tra-cuu", form)

        assert page.status_code == 200
        assert "Không tìm thấy" in page.text
