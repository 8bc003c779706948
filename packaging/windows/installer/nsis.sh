#!/usr/bin/env bash
# Makes the setup of what make.sh has laid out.
#
#   packaging/windows/installer/nsis.sh FILES PICTURES SETUP VERSION
#
# QUICK packs fast and large, for tests.
set -euo pipefail
files=$1 pictures=$2 setup=$3 version=$4
cd "$(dirname "$0")"
reader=Tavoitekartta-screen-reader.exe

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# NSIS as it is installed, but for the stubs.
nsis=/usr/share/nsis
mkdir -p "$work/nsis/Stubs"
for part in "$nsis"/*; do
  if [ "$(basename "$part")" != Stubs ]; then ln -s "$part" "$work/nsis/"; fi
done
cp "$nsis"/Stubs/* "$work/nsis/Stubs/"
perl stub.pl "$work"/nsis/Stubs/{lzma_solid,zlib}-amd64-unicode

# What the folder will hold; the list itself and the uninstaller included.
{ (cd "$files" && find . -type f -printf '%P\n'); echo files.txt; echo uninstall.exe; } |
  sort | sed 's|/|\\|g' >"$work/names"
mkdir "$work/files"
cp -a "$files/." "$work/files/"
sed 's/$/\r/' "$work/names" >"$work/files/files.txt"
touch --date="@$SOURCE_DATE_EPOCH" "$work/files/files.txt"

kilobytes() { du -sk --apparent-size "$@" | tail -n 1 | cut -f 1; }
both=$(kilobytes "$work/files")
{
  echo '!macro EachFile ACTION'
  sed 's|.*|  !insertmacro ${ACTION} "&"|' "$work/names"
  echo '!macroend'
  echo "!define KILOBYTES $((both - $(kilobytes "$files/$reader")))"
  echo "!define KILOBYTES_BOTH $both"
} >"$work/files.nsh"

options=()
if [ -n "${SIGN:-}" ]; then options+=("-DSIGN=$SIGN"); fi
if [ -n "${QUICK:-}" ]; then options+=(-DQUICK); fi
NSISDIR=$work/nsis makensis -V2 -WX -INPUTCHARSET UTF8 \
  "-DVERSION=$version" "-DVERSION4=$version.0" "-DFILES=$work/files" "-DPICTURES=$pictures" \
  "-DLISTS=$work" "-DSETUP=$setup" "${options[@]}" setup.nsi
