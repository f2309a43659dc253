#!/bin/sh
# Open the desk; without a screen, show the window offscreen and leave its picture in demo/.
set -eu
bin=$1
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    mkdir -p demo
    QT_QPA_PLATFORM="offscreen:configfile=resources/screen.json" exec "$bin/python" -m desk_app --picture demo/window.png
fi
exec "$bin/python" -m desk_app
