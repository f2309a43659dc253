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
