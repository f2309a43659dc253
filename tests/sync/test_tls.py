"""Beyond this PC the desk speaks TLS, and only with a superior whose certificate is vouched for."""

from __future__ import annotations

import re

import pytest
from support.certificate import certificate, chain, in_time, needs_openssl
from support.desk import Clock, new_store, receive
from support.superior import command, serving

from desk_app.domain.errors import AuthorityUnreadable, CertificateOfAnotherTime, NotTrusted
from desk_app.domain.superior import DeskKeys
from desk_app.services.sync_round import enrol_desk, sync_now
from desk_app.sync.superior_api import HttpSuperior

KEYS = DeskKeys(signing=b"s" * 32, box=b"b" * 32)


@needs_openssl
def test_a_certificate_that_nobody_vouches_for_gets_nothing_and_one_that_is_known_gets_the_day(
    tmp_path, monkeypatch
):
    authority, pem, key = chain(tmp_path)
    store, clock, folder = new_store(tmp_path), Clock(), tmp_path / "superior"
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(authority))  # not for a program of the environment to say
    with serving(folder, 0, "--tls-cert", str(pem), "--tls-key", str(key)) as url:
        code = command(
            folder, "enrol", "--agency", "H56.22.17", "--name", "x", "--starts-at", "2026-11-23T08:00:00"
        )["code"]
        with pytest.raises(NotTrusted):
            enrol_desk(url, code, store=store, superior=HttpSuperior(authority=tmp_path / "none.pem"))
        superior = HttpSuperior(authority=authority)
        enrol_desk(url, code, store=store, superior=superior)
        receive(store, clock)
        for _ in range(2):
            state = sync_now(store=store, superior=superior, clock=clock, progress=lambda _progress: None)
        superior.asking._session.close()
    store.close()

    assert (url[:8], state.pending_events) == ("https://", 0)


@needs_openssl
def test_an_authority_vouches_only_for_what_it_signed_and_a_file_that_is_none_is_named(tmp_path):
    _, pem, key = chain(tmp_path)
    (tmp_path / "other").mkdir()
    other, _ = certificate(tmp_path / "other", "authority", "-nodes")
    with serving(tmp_path / "superior", 0, "--tls-cert", str(pem), "--tls-key", str(key)) as url:
        for vouching in (other, None):
            with pytest.raises(NotTrusted):
                HttpSuperior(authority=vouching).enrol(
                    url, "0000-0000-0000-0000", "H56.22.17", 1, bytes(32), keys=KEYS
                )
    (tmp_path / "empty.pem").write_bytes(b"")
    for none in (pem, key, tmp_path / "empty.pem", tmp_path):
        with pytest.raises(AuthorityUnreadable, match=re.escape(none.name)):
            HttpSuperior(authority=none)


@needs_openssl
@pytest.mark.parametrize(("begins", "ends"), [("20200101", "20200201"), ("20480101", "20480201")])
def test_a_certificate_of_another_time_points_to_this_pcs_clock(tmp_path, begins, ends):
    """A dead battery sets an old PC back by years: whoever reads "not verified" looks at the server in vain."""
    authority, pem, key = in_time(tmp_path, begins, ends)
    server = serving(tmp_path / "superior", 0, "--tls-cert", str(pem), "--tls-key", str(key))
    with server as url, pytest.raises(CertificateOfAnotherTime, match="ngày giờ"):
        HttpSuperior(authority=authority).enrol(
            url, "0000-0000-0000-0000", "H56.22.17", 1, bytes(32), keys=KEYS
        )
