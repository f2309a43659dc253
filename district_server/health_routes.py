"""For whoever runs the server: does it live, and what does it count."""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta

import sqlalchemy as sa
from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from district_server.answering import Now, json_answer
from district_server.counts import BUCKETS_S, Counts
from district_server.ledger import Ledger, desk, item
from wire.canonical import canonical

LAGS = {"hour": timedelta(hours=1), "day": timedelta(days=1), "3_days": timedelta(days=3)}
_PASSED_ON = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
_LOOPBACK = {"127.0.0.1", "::1"}


def routes(ledger: Ledger, now: Now, counts: Counts, token: str) -> APIRouter:
    """Return the routes; with a `token` the counts are told to whoever has it, else on this PC alone."""
    router = APIRouter()

    @router.get("/healthz")
    async def health() -> Response:
        """Say whether requests can be served: the database answers."""
        await run_in_threadpool(ledger.ask)
        return json_answer(canonical({"status": "ok"}))

    @router.get("/metrics")
    async def metrics(request: Request) -> Response:
        """Tell the counts in Prometheus' text format."""
        if not _may_see(request, token):
            return Response(status_code=404)
        text = await run_in_threadpool(_metrics, ledger, counts, now())
        return Response(text, media_type="text/plain; version=0.0.4; charset=utf-8")

    return router


def _may_see(request: Request, token: str) -> bool:
    if token:
        given = request.headers.get("authorization", "")
        return hmac.compare_digest(given.encode(), f"Bearer {token}".encode())
    if any(name in request.headers for name in _PASSED_ON):  # a proxy on this PC asks for somebody else
        return False
    return request.client is not None and request.client.host in _LOOPBACK


def _metrics(ledger: Ledger, counts: Counts, now: datetime) -> str:
    lines = [*_of_requests(counts), *_of_ledger(ledger, now)]
    return "\n".join(lines) + "\n"


def _of_requests(counts: Counts) -> list[str]:
    answers, times = ["# TYPE quay_answers_total counter"], ["# TYPE quay_answer_seconds histogram"]
    for one in counts.routes():
        answers += [
            f'quay_answers_total{{route="{one.name}",class="{name}"}} {many}'
            for name, many in one.answers.items()
        ]
        for limit, many in zip((*map(str, BUCKETS_S), "+Inf"), one.within, strict=True):
            times.append(f'quay_answer_seconds_bucket{{route="{one.name}",le="{limit}"}} {many}')
        times.append(f'quay_answer_seconds_sum{{route="{one.name}"}} {one.seconds:.6f}')
        times.append(f'quay_answer_seconds_count{{route="{one.name}"}} {one.within[-1]}')
    refused = ["# TYPE quay_requests_refused_total counter"]
    refused += [
        f'quay_requests_refused_total{{word="{word}"}} {many}' for word, many in counts.refusals().items()
    ]
    return [*answers, *times, *refused]


def _of_ledger(ledger: Ledger, now: datetime) -> list[str]:
    """Tell what the database holds: the same from every process and after a restart."""
    with ledger.act() as connection:
        held = connection.execute(sa.select(sa.func.sum(desk.c.seq))).scalar() or 0
        told = connection.execute(sa.select(item.c.code, sa.func.count()).group_by(item.c.code)).all()
        silent = dict.fromkeys((*LAGS, "longer", "never"), 0)
        for (at,) in connection.execute(sa.select(desk.c.last_contact).where(desk.c.revoked_at.is_(None))):
            silent[_lag(at, now)] += 1
    return [
        "# TYPE quay_events gauge",
        f"quay_events {held}",
        "# TYPE quay_events_refused gauge",
        *(f'quay_events_refused{{code="{code}"}} {many}' for code, many in told),
        "# HELP quay_desks by how long ago they were last heard",
        "# TYPE quay_desks gauge",
        *(f'quay_desks{{silent="{name}"}} {many}' for name, many in silent.items()),
    ]


def _lag(at: str | None, now: datetime) -> str:
    if at is None:
        return "never"
    since = now - datetime.fromisoformat(at)
    return next((name for name, most in LAGS.items() if since <= most), "longer")
