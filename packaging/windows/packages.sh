#!/usr/bin/env bash
# Makes of the programs what Windows users get: the portable archive, the
# installer, the MSI, and the sums of all.
#
#   packaging/windows/packages.sh OUT
#
# OUT/windows holds the programs. The times inside the packages are those of
# SOURCE_DATE_EPOCH, by default of the last commit.
set -euo pipefail
out=$(realpath "$1")
cd "$(dirname "$0")/../.."
version=$(packaging/version.sh)
# A checkout without its history takes the first day that an archive can name.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 315532800)}
export SOURCE_DATE_EPOCH

export GUIDES=$out/guides
CGO_ENABLED=0 go run ./packaging/guides "$GUIDES" >/dev/null
rm -f "$out"/Tavoitekartta-*-setup.exe "$out"/Tavoitekartta-*.msi "$out"/Tavoitekartta-*.zip "$out/SHA256SUMS"
packaging/windows/portable.sh "$out/windows" "$out" "$version"
packaging/windows/installer/make.sh "$out/windows" "$out" "$version"
packaging/windows/check.sh "$out" "$version"

cd "$out"
files=$(find windows -name '*.exe' | LC_ALL=C sort)
packages=$(find . -maxdepth 1 -name 'Tavoitekartta-*' -printf '%P\n' | LC_ALL=C sort)
# shellcheck disable=SC2086 # names without spaces
sha256sum $packages $files >SHA256SUMS
# shellcheck disable=SC2086
du -b $files $packages | awk '{printf "  %6.1f MB  %s\n", $1 / 1e6, $2}'
