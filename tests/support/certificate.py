"""Certificates for tests, made by openssl where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

needs_openssl = pytest.mark.skipif(not shutil.which("openssl"), reason="openssl is not installed")


def certificate(folder: Path, name: str, *more: str, names: str = "IP:127.0.0.1") -> tuple[Path, Path]:
    """Return certificate and key for `names`, signed by itself."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-subj", "/CN=localhost",
         "-addext", f"subjectAltName={names}", "-keyout", folder / f"{name}.key", "-out", folder / f"{name}.pem", *more],
        check=True, capture_output=True,
    )  # fmt: skip
    return folder / f"{name}.pem", folder / f"{name}.key"


def chain(folder: Path) -> tuple[Path, Path, Path]:
    """Return a commune's own authority, and certificate and key for 127.0.0.1 that it vouches for; all P-256."""
    authority, own = certificate(folder, "authority", "-nodes")
    return authority, *vouched(folder, authority, own)


def vouched(folder: Path, authority: Path, own: Path) -> tuple[Path, Path]:
    """Return certificate and key for 127.0.0.1 that an authority with the key `own` vouches for."""
    by = ("-CA", str(authority), "-CAkey", str(own))
    return certificate(folder, "leaf", "-nodes", "-addext", "basicConstraints=CA:FALSE", *by)


def in_time(folder: Path, begins: str, ends: str) -> tuple[Path, Path, Path]:
    """Return what `chain` does, with a certificate that is good from `begins` to `ends`, YYYYMMDD."""
    authority, pem, key = chain(folder)
    request, config = folder / "request.csr", folder / "ca.conf"
    config.write_text(
        f"[ca]\ndefault_ca = here\n[here]\ndatabase = {folder / 'index'}\nnew_certs_dir = {folder}\nserial = {folder / 'serial'}\n"
        "default_md = sha256\npolicy = any\ncopy_extensions = copy\n[any]\ncommonName = supplied\n"
    )
    (folder / "index").write_text("")
    (folder / "serial").write_text("1000\n")
    for command in (
        ["req", "-new", "-key", key, "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-out", request],
        ["ca", "-batch", "-config", config, "-cert", authority, "-keyfile", folder / "authority.key", "-in", request,
         "-startdate", f"{begins}000000Z", "-enddate", f"{ends}000000Z", "-notext", "-out", pem],
    ):  # fmt: skip
        subprocess.run(["openssl", *command], check=True, capture_output=True)
    return authority, pem, key


def named(folder: Path, name: str, subject: str, *more: str) -> tuple[Path, Path]:
    """Return certificate and key of an authority called `subject`, "/CN=…/O=…", that is good for a month."""
    return certificate(folder, name, "-nodes", "-utf8", "-subj", subject, *more)


def expired(folder: Path, name: str) -> Path:
    """Return the certificate of an authority whose time was January 2020."""
    pem, key = named(folder, name, "/CN=Old")
    config = folder / f"{name}.conf"
    config.write_text(
        f"[ca]\ndefault_ca = here\n[here]\ndatabase = {folder / name}.index\nnew_certs_dir = {folder}\nserial = {folder / name}.serial\n"
        "default_md = sha256\npolicy = any\nx509_extensions = ca_ext\n[any]\ncommonName = supplied\n[ca_ext]\nbasicConstraints = CA:TRUE\n"
    )
    (folder / f"{name}.index").write_text("")
    (folder / f"{name}.serial").write_text("2000\n")
    for command in (
        ["req", "-new", "-key", key, "-subj", "/CN=Old", "-out", folder / f"{name}.csr"],
        ["ca", "-batch", "-selfsign", "-config", config, "-keyfile", key, "-in", folder / f"{name}.csr",
         "-startdate", "20200101000000Z", "-enddate", "20200201000000Z", "-notext", "-out", pem],
    ):  # fmt: skip
        subprocess.run(["openssl", *command], check=True, capture_output=True)
    return pem


def as_der(pem: Path) -> Path:
    """Return the same certificate as DER, in a .cer file."""
    der = pem.with_suffix(".cer")
    subprocess.run(
        ["openssl", "x509", "-in", pem, "-outform", "DER", "-out", der], check=True, capture_output=True
    )
    return der


def fingerprint(pem: Path) -> str:
    """Return what `openssl x509 -fingerprint -sha256` says, without its colons."""
    ran = subprocess.run(
        ["openssl", "x509", "-in", pem, "-noout", "-fingerprint", "-sha256"],
        check=True,
        capture_output=True,
        text=True,
    )
    return ran.stdout.strip().split("=")[1].replace(":", "")
