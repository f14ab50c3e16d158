#!/usr/bin/env bash
# Counts instructions per byte of input when words are cut, and compares them with
# Thresholds/instructions.json. Counts repeat whatever else the machine does; times do not.
#
#   ./instructions.sh               print the counts; exit 1 if one is more than 3 % above its threshold;
#                                   name those above their mark
#   ./instructions.sh --record      write them as the new thresholds
#   ./instructions.sh WORKLOAD...   print the counts of these, and compare nothing
#
# Needs x86-64 with AVX2, and valgrind, which knows no AVX-512. A workload runs once and three times
# over a megabyte; half the difference belongs to one pass, so set-up and first use are left out.
set -euo pipefail
cd "$(dirname "$0")"

# What words are to cost at most, in instructions per byte. A mark stays when thresholds are recorded.
declare -A marks=(
  [words/avx2-english]=14 [words/avx2-turkish]=15 [words/avx2-mixed]=25 [words/avx2-mixed-scripts]=25
)
workloads=(
  words/{avx2,portable}-{english,turkish,mixed,mixed-scripts}
  words-uax29/mixed-scripts
)
command -v valgrind >/dev/null || { echo "valgrind is missing" >&2; exit 2; }

swift build -c release --product dragoman-bench-table >&2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# Some versions of valgrind give up at the debug information of Swift's compiler.
strip -g -o "$folder/bench" "$(swift build -c release --show-bin-path)/dragoman-bench-table"
size=1000000

# Hashing without a random seed, so that set-up is the same in every run.
instructions() {
  SWIFT_DETERMINISTIC_HASHING=1 valgrind --tool=callgrind --callgrind-out-file=/dev/null \
    --log-file="$folder/log.$2" "$folder/bench" --only "$1" --size "$size" --passes "$2" >/dev/null
  sed -n 's/.*Collected *: *//p' "$folder/log.$2" >"$folder/count.$2"
}

# Instructions per byte, in hundredths.
count() {
  local input=${1#*/} one bytes
  input=${input#avx2-} input=${input#portable-}
  "$folder/bench" --write "$input" "$folder/input" --size "$size"
  bytes=$(wc -c <"$folder/input")
  instructions "$1" 1 &
  one=$!
  instructions "$1" 3
  wait "$one"
  echo $((($(<"$folder/count.3") - $(<"$folder/count.1")) * 100 / (2 * bytes)))
}

decimal() { printf '%d.%02d' $(($1 / 100)) $(($1 % 100)); }

if (($# > 0)) && [[ $1 != --record ]]; then
  for name in "$@"; do
    echo "$name: $(decimal "$(count "$name")") instructions per byte"
  done
  exit
fi

thresholds=Thresholds/instructions.json
worse=()
missed=()
lines=()
for name in "${workloads[@]}"; do
  count=$(count "$name")
  lines+=("  \"$name\": $(decimal "$count")")
  limit=$(sed -n "s|.*\"$name\": \([0-9.]*\).*|\1|p" "$thresholds" 2>/dev/null || true)
  mark=${marks[$name]:-}
  echo "$name: $(decimal "$count") instructions per byte" \
    "(threshold ${limit:-none}${mark:+, mark $mark})"
  if [[ -n $limit ]] && ((count * 100 > 10#${limit/./} * 103)); then worse+=("$name"); fi
  if [[ -n $mark ]] && ((count > mark * 100)); then missed+=("$name"); fi
done

if [[ ${1:-} == --record ]]; then
  {
    echo "{"
    (IFS=$'\n'; echo "${lines[*]}") | sed '$!s/$/,/'
    echo "}"
  } >"$thresholds"
  worse=()
fi
if ((${#worse[@]})); then
  echo "more instructions than the threshold allows: ${worse[*]};" \
    "meant? run ./instructions.sh --record" >&2
fi
if ((${#missed[@]})); then echo "above the mark: ${missed[*]}" >&2; fi
if ((${#worse[@]})); then exit 1; fi
