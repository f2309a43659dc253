#!/bin/sh
# Open the demonstration commune; without a screen, work its day offscreen and leave demo/.
set -eu
bin=$1
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$bin/python" -m desk_app day --cases 40 --data demo/data --out demo
fi
exec "$bin/python" -m desk_app --data demo/data --demonstration
