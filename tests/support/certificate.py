"""Certificates for tests, made by openssl where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

needs_openssl = pytest.mark.skipif(not shutil.which("openssl"), reason="openssl is not installed")


def certificate(folder: Path, name: str, *more: str) -> tuple[Path, Path]:
    """Return certificate and key for 127.0.0.1, signed by itself."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", folder / f"{name}.key", "-out", folder / f"{name}.pem", *more],
        check=True, capture_output=True,
    )  # fmt: skip
    return folder / f"{name}.pem", folder / f"{name}.key"


def chain(folder: Path) -> tuple[Path, Path, Path]:
    """Return a commune's own authority, and certificate and key for 127.0.0.1 that it vouches for; all P-256."""
    authority, own = certificate(folder, "authority", "-nodes")
    pem, key = certificate(
        folder,
        "leaf",
        "-nodes",
        "-addext",
        "basicConstraints=CA:FALSE",
        "-CA",
        str(authority),
        "-CAkey",
        str(own),
    )
    return authority, pem, key


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
