#!/usr/bin/env bash
# Makes the installers for Windows of finished programs.
#
#   packaging/windows/installer/make.sh PROGRAMS OUT VERSION
#
# PROGRAMS holds the three programs (Tavoitekartta.exe, tavoitekartta-cli.exe,
# Tavoitekartta-screen-reader.exe), signed already where they are to be. Into
# OUT come Tavoitekartta-VERSION-setup.exe and Tavoitekartta-VERSION-x64.msi.
# dist/guides/*.pdf go in where they are there (GUIDES names another folder).
# SIGN names a program that signs the files given to it (packaging/windows/sign.sh):
# then setup, MSI and the uninstaller inside the setup are signed.
#
# Same programs, guides and version: same bytes.
set -euo pipefail

if [ $# -ne 3 ]; then
  echo 'Usage: packaging/windows/installer/make.sh PROGRAMS OUT VERSION' >&2
  exit 2
fi
programs=$(cd "$1" && pwd)
out=$(mkdir -p "$2" && cd "$2" && pwd)
version=$3
cd "$(dirname "$0")/../../.."
here=packaging/windows/installer

# No day stands in the packages but this one: the first of the year 2000, which
# every file system and archive of Windows can hold.
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-946684800}
export TZ=UTC LC_ALL=C

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
files=$work/files
mkdir -p "$files/guides"
for program in Tavoitekartta.exe tavoitekartta-cli.exe Tavoitekartta-screen-reader.exe; do
  install -m 644 "$programs/$program" "$files/$program"
done
# As .txt they open in a reader that every Windows has.
install -m 644 LICENSE "$files/LICENSE.txt"
install -m 644 THIRD-PARTY-NOTICES.md "$files/THIRD-PARTY-NOTICES.txt"
for guide in "${GUIDES:-dist/guides}"/*.pdf; do
  if [ -e "$guide" ]; then install -m 644 "$guide" "$files/guides/"; fi
done
rmdir --ignore-fail-on-non-empty "$files/guides"

CGO_ENABLED=0 go run ./packaging/icons "$work/icons"
CGO_ENABLED=0 go run "./$here/pictures" "$work/icons" "$work/pictures"
find "$work" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +

echo "Tavoitekartta-$version-setup.exe"
"$here/nsis.sh" "$files" "$work/pictures" "$out/Tavoitekartta-$version-setup.exe" "$version"
echo "Tavoitekartta-$version-x64.msi"
"$here/msi.sh" "$files" "$work/pictures" "$out/Tavoitekartta-$version-x64.msi" "$version"
if [ -n "${SIGN:-}" ]; then
  "$SIGN" "$out/Tavoitekartta-$version-setup.exe" "$out/Tavoitekartta-$version-x64.msi"
fi
