#!/usr/bin/env bash
# Trains the default model of names: Lexicons/models/names.model.
#
#   train-names.sh CORPORA US-TEXTS [OUTPUT]   train; OUTPUT is Lexicons/models/names.model unless given
#   train-names.sh --list CORPORA US-TEXTS     print the options of `dragoman names` that name the texts, for `names evaluate`
#
# CORPORA is a folder with crossner, kaznerd, nakbatr-trt, tr-wikiner, uner-ewt, us-releases, wikigold and wnut17 as JSONL (id, lang,
# text, entities; see Lexicons/PROVENANCE.md); US-TEXTS the texts that us-releases.names stands on, as JSONL with id and text.
# DRAGOMAN is the program, .build/release/dragoman unless given. The same texts and program give the same bytes.
set -euo pipefail

list=
if [ "${1:-}" = --list ]; then list=1; shift; fi
[ $# -ge 2 ] || { sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 64; }
corpora=$(realpath "$1")
texts=$(realpath "$2")
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
output=${3:-$root/Lexicons/models/names.model}
program=${DRAGOMAN:-$root/.build/release/dragoman}
folder=$root/.build/names-training
mkdir -p "$folder"

# Releases and what was written for this project count twice and have weights of their own; so has each other genre.
options=()
add() { options+=(--data "$1,domain=$2${3:+,weight=$3}"); }

python3 "$here/releases.py" place --texts "$texts" "$here/us-releases.names" >"$folder/us-own.jsonl"
add "$folder/us-own.jsonl" release 2
add "$corpora/us-releases.jsonl" release 2
for language in en tr kk az ru; do
  for kind in releases traps; do
    python3 "$here/releases.py" jsonl --language "$language" "$here/$language-$kind.txt" >"$folder/$language-$kind.jsonl"
    add "$folder/$language-$kind.jsonl" release 2
  done
done
python3 "$root/Fixtures/score_names.py" --jsonl >"$folder/sentences.jsonl"
add "$folder/sentences.jsonl" release 2
add "$corpora/nakbatr-trt.jsonl" tr-news
add "$corpora/tr-wikiner.jsonl" tr-wiki
add "$corpora/kaznerd.jsonl" kk-news
add "$corpora/uner-ewt.jsonl" web
add "$corpora/wnut17.jsonl" web
add "$corpora/crossner.jsonl" wiki
add "$corpora/wikigold.jsonl" wiki

if [ -n "$list" ]; then
  printf '%s\n' "${options[@]}"
else
  "$program" names train "${options[@]}" --runs 4 --output "$output"
fi
