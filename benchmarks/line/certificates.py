"""A superior's certificate as a district would have it: a leaf for 198.18.0.2 under an authority of its own, both P-256."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Chain:
    """`authority` is what the desk trusts; `chain` (leaf and authority) and `key` are the server's."""

    authority: Path
    chain: Path
    key: Path


def chain(folder: Path, *hosts: str) -> Chain:
    """Make a chain of two with openssl."""
    authority, own, leaf, key = (folder / name for name in ("ca.pem", "ca.key", "leaf.pem", "leaf.key"))
    names = ",".join(f"IP:{host}" for host in hosts)
    fresh = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "3650"]
    _openssl("req", "-x509", *fresh, "-subj", "/CN=Tinh", "-keyout", own, "-out", authority)
    _openssl(
        "req", "-x509", *fresh, "-subj", "/CN=Xa", "-addext", f"subjectAltName={names}", "-addext", "basicConstraints=CA:FALSE",
        "-CA", authority, "-CAkey", own, "-keyout", key, "-out", leaf,
    )  # fmt: skip
    both = folder / "chain.pem"
    both.write_bytes(leaf.read_bytes())
    return Chain(authority=authority, chain=both, key=key)


def _openssl(*command: str | Path) -> None:
    subprocess.run(["openssl", *map(str, command)], check=True, capture_output=True)
