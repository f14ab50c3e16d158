#!/usr/bin/env bash
# Measures the whole life of `dragoman annotate` over one release: wall time and peak memory.
#
#   ./startup.sh [PROGRAM]      rows for a record: name, runs, median, minimum, maximum, unit
#
# Beside it stands `true`, started the same way: what the shell and the system take for any program.
set -euo pipefail
cd "$(dirname "$0")"

program=${1:-$(swift build -c release --show-bin-path)/dragoman}
release=../Fixtures/releases/01-en-foreign-ministry.txt
runs=20
[[ -x $program ]] || { echo "no program at $program; run swift build -c release" >&2; exit 2; }

# Prints the median, the minimum and the maximum of numbers, one a line.
spread() {
  sort -n | awk '{ a[NR] = $1 } END {
    m = NR % 2 ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2
    printf "%.1f,%.1f,%.1f", m, a[1], a[NR] }'
}

wall() {
  local start end run
  for ((run = -3; run < runs; run++)); do
    start=$EPOCHREALTIME
    "$@" >/dev/null
    end=$EPOCHREALTIME
    # Three runs warm up.
    ((run < 0)) || awk -v s="$start" -v e="$end" 'BEGIN { print (e - s) * 1000 }'
  done | spread
}

peak() {
  local run
  for ((run = 0; run < runs; run++)); do
    /usr/bin/time -f %M "$@" 2>&1 >/dev/null | awk '{ print $1 / 1000 }'
  done | spread
}

echo "whole process,runs,median,minimum,maximum,unit"
echo "true: wall,$runs,$(wall "$(type -P true)"),ms"
echo "dragoman --version: wall,$runs,$(wall "$program" --version),ms"
echo "dragoman annotate: wall,$runs,$(wall "$program" annotate "$release"),ms"
echo "dragoman annotate: peak RSS,$runs,$(peak "$program" annotate "$release"),MB"
