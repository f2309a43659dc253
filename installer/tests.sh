#!/bin/sh
# Runs every test in three processes side by side: many wait for servers, so two cores have work for three.
# Usage: installer/tests.sh BIN
bin=$1
first="tests/gui tests/print"
second="tests/server tests/usb tests/wire"
told=$(mktemp -d)
trap 'rm -rf "$told"' EXIT
# shellcheck disable=SC2086 # lists of folders
"$bin/python" -m pytest -q $first >"$told/first" 2>&1 &
one=$!
# shellcheck disable=SC2086
"$bin/python" -m pytest -q $second >"$told/second" 2>&1 &
two=$!
# all that is not among these, so that no new folder is forgotten
set --
for folder in $first $second; do set -- "$@" --ignore "$folder"; done
"$bin/python" -m pytest -q "$@"
others=$?
wait "$one"
first_ended=$?
wait "$two"
second_ended=$?
cat "$told/first" "$told/second"
[ "$others" -eq 0 ] && [ "$first_ended" -eq 0 ] && [ "$second_ended" -eq 0 ]
