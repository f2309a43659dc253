#!/bin/sh
# Runs every test in two processes side by side: two cores, half the time. Usage: installer/tests.sh BIN
bin=$1
first="tests/gui tests/print tests/unit tests/usb tests/wire"
told=$(mktemp)
trap 'rm -f "$told"' EXIT
# shellcheck disable=SC2086 # a list of folders
"$bin/python" -m pytest -q $first >"$told" 2>&1 &
beside=$!
# all that is not among the first, so that no new folder is forgotten
set --
for folder in $first; do set -- "$@" --ignore "$folder"; done
"$bin/python" -m pytest -q "$@"
others=$?
wait "$beside"
ended=$?
cat "$told"
[ "$others" -eq 0 ] && [ "$ended" -eq 0 ]
