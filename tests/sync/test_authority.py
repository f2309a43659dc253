"""The commune's own authority: what a file may hold, what is kept of it, and by what a server is then believed."""

from __future__ import annotations

import ssl
import subprocess
from datetime import datetime, timedelta

import pytest
from support.certificate import as_der, certificate, chain, expired, fingerprint, named, needs_openssl
from support.superior import serving

from desk_app.app.authority import keep, kept, kept_authority, look_at
from desk_app.domain.errors import (
    AuthorityHasKey,
    AuthorityOfAnotherTime,
    AuthorityTooLarge,
    AuthorityUnreadable,
    CertificateOfAnotherName,
    NotAnAuthority,
    UnknownAuthority,
    WrongEnrolmentCode,
)
from desk_app.domain.moment import VIETNAM
from desk_app.domain.superior import DeskKeys
from desk_app.machine.clock import SystemClock
from desk_app.sync.authority import read_authorities
from desk_app.sync.superior_api import HttpSuperior

pytestmark = needs_openssl
KEYS = DeskKeys(signing=b"s" * 32, box=b"b" * 32)
NOBODY = ("0000-0000-0000-0000", "H56.22.17", 1, bytes(32))  # a code that no superior gave


def now():
    return SystemClock().now()


def leaf(folder, name="leaf"):
    return certificate(folder, name, "-nodes", "-addext", "basicConstraints=critical,CA:FALSE")


def test_what_is_shown_is_what_openssl_says_of_the_file_in_pem_and_in_der(tmp_path):
    pem, _ = named(tmp_path, "root", "/O=UBND tỉnh Thanh Hóa/CN=Chứng thư gốc Thanh Hóa")
    for file in (pem, as_der(pem)):
        found = look_at(file, now())
        one = found.newest

        assert one.subject == one.issuer == "Chứng thư gốc Thanh Hóa, UBND tỉnh Thanh Hóa"
        assert one.fingerprint == fingerprint(pem)
        assert one.short_fingerprint.replace(" ", "") == fingerprint(pem)[:20]
        assert one.begins <= now() <= one.ends
        assert found.text.strip() == pem.read_text().strip()


def test_a_bundle_is_taken_whole_with_its_notes_and_without_what_vouches_for_nobody(tmp_path):
    first, _ = named(tmp_path, "first", "/CN=First")
    second, _ = named(tmp_path, "second", "/CN=Second")
    own, _ = leaf(tmp_path)
    bundle = tmp_path / "bundle.pem"
    texts = [first.read_text(), own.read_text(), second.read_text().replace("\n", "\r\n"), first.read_text()]
    bundle.write_text("# của tỉnh Thanh Hóa\n" + "subject=x\n".join(texts), encoding="utf-8")
    keep(tmp_path / "desk", look_at(bundle, now()))
    found = kept(tmp_path / "desk")

    assert [one.subject for one in found.members] == ["First", "Second"]
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(cafile=tmp_path / "desk" / "ca.pem")
    assert context.cert_store_stats()["x509"] == 2
    assert (tmp_path / "desk" / "ca.pem").stat().st_mode & 0o777 == 0o600


def _files(folder):
    """Return what somebody may choose by mistake, and what is told of it."""
    root, key = named(folder, "root", "/CN=Root")
    own, _ = leaf(folder)
    whole = root.read_text()
    texts = {
        "nothing.pem": b"",
        "letter.crt": "Kính gửi ông bà".encode(),
        "cut.pem": (whole + whole[:400]).encode(),
        "spoilt.pem": whole.replace("M", "?", 1).encode(),
        "noise.cer": b"\x30\x82\x01\x00" + bytes(300),
        "junk.cer": as_der(root).read_bytes()[:-9],
        "both.pem": whole.encode() + key.read_bytes(),
        "large.pem": (whole * 200).encode(),
    }
    for name, data in texts.items():
        (folder / name).write_bytes(data)
    for kind in ("DER", "PEM"):
        subprocess.run(
            ["openssl", "pkey", "-in", key, "-outform", kind, "-out", folder / f"key.{kind.lower()}"],
            check=True, capture_output=True,
        )  # fmt: skip
    subprocess.run(
        ["openssl", "pkcs12", "-export", "-in", root, "-inkey", key, "-passout", "pass:x", "-out", folder / "key.p12"],
        check=True, capture_output=True,
    )  # fmt: skip
    told = {
        AuthorityUnreadable: ("nothing.pem", "letter.crt", "cut.pem", "spoilt.pem", "noise.cer", "junk.cer", "none.pem", "."),
        AuthorityHasKey: ("both.pem", "key.der", "key.pem", "key.p12", "root.key"),
        AuthorityTooLarge: ("large.pem",),
        NotAnAuthority: (own.name,),
        AuthorityOfAnotherTime: (expired(folder, "old").name,),
    }  # fmt: skip
    return [(kind, folder / name) for kind, names in told.items() for name in names]


def test_each_wrong_file_has_its_own_sentence_and_what_was_kept_stays(tmp_path):
    good, _ = named(tmp_path, "good", "/CN=Good")
    keep(tmp_path / "desk", look_at(good, now()))
    before = (tmp_path / "desk" / "ca.pem").read_bytes()
    (tmp_path / "wrong").mkdir()
    for kind, file in _files(tmp_path / "wrong"):
        with pytest.raises(kind) as caught:
            kept_authority(tmp_path / "desk", file, now())
        assert type(caught.value) is kind, file.name
        assert file.name in str(caught.value)

    assert (tmp_path / "desk" / "ca.pem").read_bytes() == before


def test_an_authority_is_not_believed_before_or_after_its_time_and_one_good_one_of_a_bundle_is_enough(
    tmp_path,
):
    good, _ = named(tmp_path, "good", "/CN=Good")
    old = expired(tmp_path, "old")
    both = tmp_path / "both.pem"
    both.write_text(old.read_text() + good.read_text())

    assert len(look_at(both, now()).members) == 2
    for at in (now() - timedelta(days=2), now() + timedelta(days=40)):
        with pytest.raises(AuthorityOfAnotherTime, match="ngày giờ"):
            look_at(good, at)


def test_a_certificate_that_never_ends_is_read(tmp_path):
    """RFC 5280 writes "never" as the last second of 9999, which is the year 10000 by Viet Nam's clock."""
    pem, _ = named(tmp_path, "never", "/CN=Never", "-days", "2900000")

    assert read_authorities(pem).newest.ends > datetime(9000, 1, 1, tzinfo=VIETNAM)


def test_a_superior_is_told_apart_by_who_vouches_for_it_and_by_its_name(tmp_path):
    """What a clerk can mend himself (give the file) is another sentence than what he cannot."""
    authority, pem, key = chain(tmp_path)
    (tmp_path / "named").mkdir()
    other, other_key = certificate(
        tmp_path / "named", "other", "-nodes", "-addext", "basicConstraints=CA:FALSE", "-CA", str(authority),
        "-CAkey", str(tmp_path / "authority.key"), names="DNS:mot-cua.example.vn",
    )  # fmt: skip
    with serving(tmp_path / "superior", 0, "--tls-cert", str(pem), "--tls-key", str(key)) as url:
        desk = HttpSuperior(authority=tmp_path / "ca.pem")
        with pytest.raises(UnknownAuthority, match="Máy chủ dùng chứng thư riêng"):
            desk.enrol(url, *NOBODY, keys=KEYS)
        keep(tmp_path, look_at(authority, now()))
        desk.trust_anew()
        with pytest.raises(WrongEnrolmentCode):  # it was reached
            desk.enrol(url, *NOBODY, keys=KEYS)
        desk.asking._session.close()
    with (
        serving(tmp_path / "superior", 0, "--tls-cert", str(other), "--tls-key", str(other_key)) as url,
        pytest.raises(CertificateOfAnotherName, match=r"127\.0\.0\.1"),
    ):
        HttpSuperior(authority=authority).enrol(url, *NOBODY, keys=KEYS)


def test_an_intermediate_authority_alone_is_believed(tmp_path):
    """A commune may be given its province's authority and not the one above it."""
    root, root_key = named(tmp_path, "root", "/CN=Root")
    between, between_key = named(
        tmp_path, "between", "/CN=Between", "-CA", str(root), "-CAkey", str(root_key)
    )
    pem, key = certificate(
        tmp_path, "server", "-nodes", "-addext", "basicConstraints=CA:FALSE", "-CA", str(between), "-CAkey", str(between_key)
    )  # fmt: skip
    with (
        serving(tmp_path / "superior", 0, "--tls-cert", str(pem), "--tls-key", str(key)) as url,
        pytest.raises(WrongEnrolmentCode),
    ):
        HttpSuperior(authority=between).enrol(url, *NOBODY, keys=KEYS)
