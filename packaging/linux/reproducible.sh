#!/usr/bin/env bash
# Builds everything for Linux from the last commit twice and compares the bytes, in
# folders whose paths differ in length, the second one with nothing of the first in
# Go's cache.
#
#   packaging/linux/reproducible.sh
#
# The second build compiles the window toolkit's C anew: some minutes.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
first=$work/first
second=$work/second/in/a/folder/deeper/down
finish() {
  git worktree remove --force "$first" 2>/dev/null || true
  git worktree remove --force "$second" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
for copy in "$first" "$second"; do
  git worktree add -q --detach "$copy" HEAD
done

echo 'The first build.'
"$first/packaging/linux/packages.sh" "$work/made-first"
echo 'The second build, from nothing.'
mkdir "$work/temporary"
TMPDIR=$work/temporary TZ=Asia/Tokyo GOCACHE=$work/cache \
  "$second/packaging/linux/packages.sh" "$work/made-second"

if ! diff <(cd "$work/made-first" && sha256sum ./*) <(cd "$work/made-second" && sha256sum ./*); then
  echo 'The two builds differ.' >&2
  exit 1
fi
echo 'The two builds are equal, byte for byte.'
