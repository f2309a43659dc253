#!/bin/sh
# Make the environment of `make run` and `make test`: system libraries for Qt, then locked wheels.
# Usage: installer/bootstrap.sh VENV [tests]
set -eu
venv=$1
python=${PYTHON:-python3}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Python 3.11 or newer is needed; '$python' is older." >&2
    exit 2
}

# Qt needs these even without a screen; the rest follow as their dependencies.
wanted="libgl1 libegl1 libglib2.0-0 libfontconfig1 libxkbcommon0 libdbus-1-3"
# a real screen
wanted="$wanted libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0"
wanted="$wanted libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0"
# the tests read papers back and print them through a CUPS of their own
wanted="$wanted poppler-utils zbar-tools strace cups cups-client printer-driver-cups-pdf"
# and the superior's tests run on PostgreSQL as well, in a cluster of their own; a desk needs none
if [ "${2:-}" = tests ] && ! command -v initdb >/dev/null && ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
    wanted="$wanted postgresql"
fi
"$python" -c 'import ensurepip' 2>/dev/null || wanted="$wanted python3-venv"
missing=""
for package in $wanted; do
    # Debian 13 and Ubuntu 24.04 provide libglib2.0-0 as libglib2.0-0t64.
    dpkg-query -W -f '${Status}\n' "$package" "${package}t64" 2>/dev/null |
        grep -q "install ok installed" || missing="$missing $package"
done
if [ -n "$missing" ]; then
    if [ "$(id -u)" = 0 ]; then as_root=""; elif sudo -n true 2>/dev/null; then as_root="sudo"; else
        echo "Missing system packages; please run: apt-get install$missing" >&2
        exit 2
    fi
    $as_root apt-get update -qq
    # shellcheck disable=SC2086 # a list of package names
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
fi

[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
# the commands desk-app and district-server, from this checkout
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation -e .
