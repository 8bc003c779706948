#!/usr/bin/env bash
# Builds everything for Windows twice and compares the bytes: from two copies of
# this checkout, in folders whose paths differ in length, the second one with
# nothing of the first in Go's cache.
#
#   packaging/windows/reproducible.sh
#
# The second build compiles the window toolkit's C anew: some minutes.
set -euo pipefail
cd "$(dirname "$0")/../.."
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH

work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
first=$work/first
second=$work/second/in/a/folder/deeper/down

for copy in "$first" "$second"; do
  mkdir -p "$copy"
  # What git knows and what is new: as the files stand, without what was built.
  git ls-files -z --cached --others --exclude-standard |
    tar --create --null --files-from=- --ignore-failed-read | tar --extract --directory="$copy"
  mkdir "$copy/.tools"
  cp .tools/go-winres-* "$copy/.tools/"
done

echo 'The first build.'
make --no-print-directory -C "$first" windows
echo 'The second build, from nothing.'
TMPDIR=$(mktemp -d -p "$work") TZ=Asia/Tokyo GOCACHE=$work/cache \
  make --no-print-directory -C "$second" windows

if ! diff "$first/dist/SHA256SUMS" "$second/dist/SHA256SUMS"; then
  echo 'The two builds differ.' >&2
  exit 1
fi
(cd "$second/dist" && sha256sum --quiet --check SHA256SUMS)
echo 'The two builds are equal, byte for byte.'
