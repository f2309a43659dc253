#!/bin/sh
# Runs the window's tests beside all others, one process each: two cores, half the time. Usage: installer/tests.sh BIN
bin=$1
windows=$(mktemp)
trap 'rm -f "$windows"' EXIT
"$bin/python" -m pytest -q tests/gui >"$windows" 2>&1 &
beside=$!
"$bin/python" -m pytest -q --ignore tests/gui
others=$?
wait "$beside"
gui=$?
cat "$windows"
[ "$others" -eq 0 ] && [ "$gui" -eq 0 ]
