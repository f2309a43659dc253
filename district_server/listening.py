"""Where the server listens, and what is said when it cannot."""

from __future__ import annotations

import errno
import socket
import ssl
import sys
from pathlib import Path

from district_server.errors import CannotServe

LOOPBACK = {"127.0.0.1", "::1", "localhost"}
DEAD_S = (
    120  # from the last sign of life of a PC that lost its power or its line; two lost signs may be chance
)
_LIFE = {  # what a connection inherits, where the platform has it (Windows and macOS have names of their own for some)
    "TCP_KEEPIDLE": DEAD_S // 2,  # seconds without a byte until the first sign is asked for
    "TCP_KEEPINTVL": DEAD_S // 8,
    "TCP_KEEPCNT": 4,
    "TCP_USER_TIMEOUT": DEAD_S
    * 1000,  # ms; also for an answer that nobody takes, which keep-alive does not ask about
}


def check_tls(host: str, certificate: Path | None, key: Path | None) -> bool:
    """Return whether TLS is spoken.

    Raises:
        CannotServe: only half of it was given, it cannot be used, or others are to be served without it.
    """
    if (certificate is None) != (key is None):
        raise CannotServe("--tls-cert và --tls-key phải đi cùng nhau; hãy thêm cái còn thiếu.")
    if certificate is None or key is None:
        if host not in LOOPBACK:
            raise CannotServe(
                "Chưa có chứng chỉ TLS nên chỉ nghe trên máy này; hãy thêm --tls-cert và --tls-key."
            )
        return False
    for path in (certificate, key):
        _check_readable(path)
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate, key, password=_no_password)
    except (ssl.SSLError, ValueError) as error:
        raise CannotServe(
            f"Chứng chỉ {certificate} và khóa {key} không dùng được với nhau; cần tệp PEM, khóa không đặt mật khẩu."
        ) from error
    return True


def listen_each(host: str, port: int, processes: int) -> list[socket.socket]:
    """Return a listening socket for each process, all at one address; port 0 = any free one.

    Linux deals connections out to them. One socket that all accept from serves worse: whichever process wakes first
    takes all that wait there, and desks keep theirs for a minute.

    Raises:
        CannotServe: naming what is wrong with host or port.
    """
    alone = listen(host, port)  # says when another server has the port: sockets that share it would not
    if processes == 1 or sys.platform != "linux":
        return [alone] * processes
    found = alone.getsockname()[1]
    alone.close()
    return [listen(host, found, shares=True) for _ in range(processes)]


def listen(host: str, port: int, *, shares: bool = False) -> socket.socket:
    """Return a socket that listens; port 0 = any free one. `shares`: others of this user may listen there too.

    Raises:
        CannotServe: naming what is wrong with host or port.
    """
    if not 0 <= port <= 65535:
        raise CannotServe(f"Không có cổng {port}; hãy chọn --port từ 0 đến 65535.")
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        made = socket.create_server((host, port), family=family, reuse_port=shares)
    except OSError as error:
        raise CannotServe(_why(error, host, port)) from error
    # whoever is let in inherits it; asyncio sets it only where the socket names its protocol, which accept() forgets:
    # an answer's body would wait until its headers are acknowledged, a whole round trip
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    # inherited too; without it a PC that went without a word keeps its connection, and its descriptor, for ever
    made.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in _LIFE.items():
        if hasattr(socket, name):
            made.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)
    return made


def _why(error: OSError, host: str, port: int) -> str:
    match error.errno:
        case errno.EADDRINUSE:
            return (
                f"Cổng {port} đang có chương trình khác dùng; hãy tắt chương trình đó hoặc chọn --port khác."
            )
        case errno.EACCES:
            return f"Không được phép mở cổng {port}; hãy chọn --port từ 1024 trở lên hoặc cấp quyền."
        case errno.EADDRNOTAVAIL:
            return f"Máy này không có địa chỉ {host}; hãy kiểm tra --host."
    return f"Không nghe được ở {host}, cổng {port}: {error}; hãy kiểm tra --host và --port."


def _check_readable(path: Path) -> None:
    try:
        with path.open("rb"):
            pass
    except OSError as error:
        raise CannotServe(f"Không đọc được tệp {path}; hãy kiểm tra đường dẫn và quyền đọc.") from error


def _no_password() -> bytes:
    return b""  # else OpenSSL asks at the terminal and the server never starts
