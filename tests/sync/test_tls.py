"""Beyond this PC the desk speaks TLS, and only with a superior whose certificate is vouched for."""

from __future__ import annotations

import pytest
from support.certificate import certificate, needs_openssl
from support.desk import Clock, new_store, receive
from support.superior import command, serving

from desk_app.domain.errors import NotTrusted
from desk_app.services.sync_round import enrol_desk, sync_now
from desk_app.sync.superior_api import HttpSuperior


@needs_openssl
def test_a_certificate_that_nobody_vouches_for_gets_nothing_and_one_that_is_known_gets_the_day(
    tmp_path, monkeypatch
):
    pem, key = certificate(tmp_path, "a", "-nodes")
    store, clock, folder = new_store(tmp_path), Clock(), tmp_path / "superior"
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(pem))  # not for a program of the environment to say
    with serving(folder, 0, "--tls-cert", str(pem), "--tls-key", str(key)) as url:
        code = command(
            folder, "enrol", "--agency", "H56.22.17", "--name", "x", "--starts-at", "2026-11-23T08:00:00"
        )["code"]
        superior = HttpSuperior()
        with pytest.raises(NotTrusted):
            enrol_desk(url, code, store=store, superior=superior)
        superior.asking._session.verify = str(pem)
        enrol_desk(url, code, store=store, superior=superior)
        receive(store, clock)
        for _ in range(2):
            state = sync_now(store=store, superior=superior, clock=clock, progress=lambda _progress: None)
        superior.asking._session.close()
    store.close()

    assert (url[:8], state.pending_events) == ("https://", 0)
