#!/usr/bin/env bash
# Packs the portable archive: the programs, a page of words, the licences, the user
# guides of the folder GUIDES, and the mark by which the programs keep their data
# beside them.
#
#   packaging/windows/portable.sh PROGRAMS OUT VERSION
#
# The same files give the same bytes: names in order, times from
# SOURCE_DATE_EPOCH, no owners.
set -euo pipefail
programs=$(realpath "$1")
out=$(realpath "$2")
version=$3
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
folder=$work/Tavoitekartta
mkdir -p "$folder/guides"
install -m 644 "$programs"/*.exe "$folder"
install -m 644 "${GUIDES:?}"/*.pdf "$folder/guides"
# Windows' own editor wants its line ends, and before Windows 10 of 2018 nothing less.
words() { sed -e "s/@VERSION@/$version/" -e 's/\r*$/\r/' "$1" >"$folder/$2"; }
words packaging/windows/portable/README.txt README.txt
words packaging/windows/portable/portable.txt portable.txt
words LICENSE LICENSE.txt
words THIRD-PARTY-NOTICES.md THIRD-PARTY-NOTICES.txt
chmod 644 "$folder"/*.txt
# The archive has no time zone and counts in pairs of seconds.
export TZ=UTC
find "$folder" -exec touch -d "@$SOURCE_DATE_EPOCH" {} +

archive=$out/Tavoitekartta-$version-portable.zip
rm -f "$archive"
cd "$work"
find Tavoitekartta -type f | LC_ALL=C sort | zip -q -X -9 "$archive" -@
