#!/usr/bin/env bash
# Compares the kernels of CBlocks with a reading byte by byte (compare.c).
#
#   Tests/Kernels/run.sh [groups]          every level that this machine has
#   Tests/Kernels/run.sh --arm [groups]    NEON, in an emulator: needs qemu-aarch64 and a C library for ARM
#                                          (Debian: qemu-user, gcc-aarch64-linux-gnu, libc6-dev-arm64-cross)
#
# `groups` says how many random groups of eight blocks each kind of text has. `CC` is the compiler, a Clang, and
# `ARM_CC` the one for ARM.
set -euo pipefail
cd "$(dirname "$0")/../.."

compiler=${CC:-clang}
emulator=
options=
if [ "${1:-}" = --arm ]; then
  shift
  compiler=${ARM_CC:-clang --target=aarch64-linux-gnu}
  emulator=qemu-aarch64
  # The emulator finds no shared libraries of another machine.
  options=-static
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# The compiler and the options may be several words each.
# shellcheck disable=SC2086
$compiler -O2 -std=c11 -D_DEFAULT_SOURCE -Wall -Wextra $options \
  -I Sources/CBlocks/include Tests/Kernels/compare.c Sources/CBlocks/*.c -o "$folder/compare"
$emulator "$folder/compare" "$@"
