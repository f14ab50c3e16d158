#!/usr/bin/env bash
# Measures everything and writes a record: Records/DATE-ARCHITECTURE.csv.
#
#   ./record.sh [DATE]      five rounds, about two minutes after the build
set -euo pipefail
cd "$(dirname "$0")"

swift build -c release --product dragoman-bench-table >&2
bench=$(swift build -c release --show-bin-path)/dragoman-bench-table
record=Records/${1:-$(date +%F)}-$(uname -m).csv
mkdir -p Records
{
  echo "# CPU: $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(nproc) cores"
  echo "# System: $(uname -s), $(sed -n 's/^PRETTY_NAME="\(.*\)"/\1/p' /etc/os-release)"
  echo "# Swift: $(swift --version 2>/dev/null | grep -o 'Swift version [^ ]*' | head -1)"
  echo "# Dragoman: commit $(git rev-parse --short HEAD)"
  echo "# Load before the run: $(cut -d ' ' -f 1-3 /proc/loadavg)"
  "$bench" --format csv --rounds "${ROUNDS:-5}"
  echo
  ./startup.sh "$(dirname "$bench")/dragoman"
} >"$record.part"
echo "# Load after the run: $(cut -d ' ' -f 1-3 /proc/loadavg)" >>"$record.part"
mv "$record.part" "$record"
echo "wrote $record" >&2
