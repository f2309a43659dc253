"""The synthetic day as our log: one `received` a case and one event a status, all cases interleaved."""

from __future__ import annotations

from typing import Any

from benchmarks.line import tables as t
from benchmarks.line.synthetic_day import Day
from wire.canonical import canonical
from wire.event import FIRST_PREVIOUS, Event, next_event

KEY = bytes(range(32))
AGENCY = "H54.21"
KINDS = {
    "received": "noted"
}  # the status of a case that was just received; all other kinds move nothing either
PLACES = {one[0]: one for one in t.PROCEDURES}


def log_of(day: Day) -> list[Event]:
    """Return the day's log; what the catalogue knows (names, prices, papers) travels as its code or place there."""
    rows = []
    for n, case in enumerate(day.cases):
        code = f"{AGENCY}-{case['received_at'][2:10].replace('-', '')}-{5001 + n}"
        rows.append((case["received_at"], "received", code, case["events"][0]["actor_code"], _body(case, n)))
        rows += [
            (
                one["at"],
                KINDS.get(one["status"], one["status"]),
                code,
                one["actor_code"],
                {"note": one["note"]} if one["note"] else {},
            )
            for one in case["events"]
        ]
    rows.sort(key=lambda row: row[0])
    events, previous = [], (0, FIRST_PREVIOUS)
    for at, kind, code, staff, body in rows:
        one = next_event(KEY, previous, kind=kind, case_code=code, at=at, staff=staff, body=canonical(body))
        events.append(one)
        previous = one.seq, one.hash
    return events


def _body(case: dict[str, Any], n: int) -> dict[str, Any]:
    person, papers = case["applicant"], PLACES[case["procedure_code"]][4]
    body: dict[str, Any] = {
        "applicant": {
            "address": person["address"], "born": person["birth_date"], "id": person["citizen_id"], "name": person["full_name"],
            "phone": person["phone"], "sex": person["sex"],
        },
        "catalogue": 1, "channel": case["channel"],
        "components": [
            [papers.index(one["code"]) if one["code"] in papers else one["code"], t.KINDS.index(one["kind"]), one["quantity"]]
            for one in case["documents"]
        ],
        "due_at": case["due_date"] + "T17:00:00+07:00", "procedure": case["procedure_code"],
        "return_method": "desk",
    }  # fmt: skip
    if case["fees"]:
        body["fee"] = case["fees"][0]["amount"]
        body["fee_receipt"] = {"no": 4100 + n, "series": f"{case['received_at'][2:4]}BL"}
    return body
