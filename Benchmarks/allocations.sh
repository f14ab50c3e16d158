#!/usr/bin/env bash
# Counts allocations per document in the five overviews, and in tokenizing plain documents, which costs none;
# compares them with Thresholds/allocations.json.
#
#   ./allocations.sh            print the counts; exit 1 if one is more than 2 % above its threshold
#   ./allocations.sh --record   write them as the new thresholds
#
# A workload runs once and three times; half the difference belongs to one pass, so set-up and
# first use are left out.
set -euo pipefail
cd "$(dirname "$0")"

swift build -c release --product dragoman-bench-table >&2
bench=$(swift build -c release --show-bin-path)/dragoman-bench-table
counter=$(mktemp -d)
trap 'rm -rf "$counter"' EXIT
cc -O2 -shared -fPIC -o "$counter/count.so" count-allocations.c

# Hashing without a random seed, so that tables grow at the same points in every run.
allocations() {
  SWIFT_DETERMINISTIC_HASHING=1 LD_PRELOAD="$counter/count.so" \
    "$bench" --only "$1" --passes "$2" 2>&1 >/dev/null | sed -n 's/^allocations //p'
}

documents=$("$bench" --list --filter annotate \
  | sed -n 's/^- releases: .* in \([0-9]*\) texts.*/\1/p')
thresholds=Thresholds/allocations.json
failed=0
lines=()
for name in normalize/overview tokenize/{overview,plain} tag/overview classify/overview annotate/overview; do
  one=$(allocations "$name" 1)
  three=$(allocations "$name" 3)
  # A rest counts as one, so that 0 means none at all.
  count=$((((three - one) / 2 + documents - 1) / documents))
  lines+=("  \"$name\": $count")
  limit=$(sed -n "s|.*\"$name\": \([0-9]*\).*|\1|p" "$thresholds" 2>/dev/null || true)
  echo "$name: $count allocations per document (threshold ${limit:-none})"
  if [[ -n $limit ]] && ((count * 100 > limit * 102)); then failed=1; fi
done

if [[ ${1:-} == --record ]]; then
  mkdir -p Thresholds
  {
    echo "{"
    (IFS=$'\n'; echo "${lines[*]}") | sed '$!s/$/,/'
    echo "}"
  } >"$thresholds"
elif ((failed)); then
  echo "more allocations than the threshold allows; meant? run ./allocations.sh --record" >&2
  exit 1
fi
