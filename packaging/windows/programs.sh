#!/usr/bin/env bash
# Builds the programs for Windows from one main.
#
#   packaging/windows/programs.sh FOLDER
#
# FOLDER is emptied of them first. GO_WINRES is the tool that writes icon,
# version and manifest into a program; GOFLAGS holds the flags of the Makefile.
set -euo pipefail
cd "$(dirname "$0")/../.."

folder=$(mkdir -p "$1" && cd "$1" && pwd)
winres=${GO_WINRES:?}
resources=packaging/windows/resources
version=$(packaging/version.sh)
# In a checkout the program says of which commit it is; a copy without git cannot.
vcs=false
if git rev-parse --verify -q HEAD >/dev/null 2>&1; then vcs=true; fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go run ./packaging/icons "$work"

export GOOS=windows GOARCH=amd64 CGO_ENABLED=1
export CC=x86_64-w64-mingw32-gcc CXX=x86_64-w64-mingw32-g++

# build FILE SUBSYSTEM TAGS FINNISH SWEDISH ENGLISH
#
# Windows shows the three names in its list of running programs. -static: what
# mingw brings of its own goes into the program and not beside it. opengl32.dll
# is loaded when it is first used, so that the one in the folder softgl can come
# before (app/native). -buildid=: a hash of these flags, among them a folder of
# this run, stays out of the bytes. The resources are written into the finished
# program and not linked in, so that no generated file lies in the checkout where
# another build would find it.
build() {
  local file=$1 subsystem=$2 tags=$3
  echo "$file"
  go build -buildvcs=$vcs -tags="$tags" -o "$work/$file" \
    -ldflags="-s -w -buildid= $subsystem -extldflags '-static -L$work/late -ldelayimp'" .
  sed -e "s|@VERSION@|$version|g" -e "s|@FILE@|$file|g" \
    -e "s|@NAME_FI@|$4|" -e "s|@NAME_SV@|$5|" -e "s|@NAME_EN@|$6|" \
    "$resources/winres.json" >"$work/winres.json"
  sed -e "s|@VERSION@|$version|" -e 's|@ARCHITECTURE@|amd64|' \
    "$resources/manifest.xml" >"$work/manifest.xml"
  "$winres" patch --no-backup --delete --in "$work/winres.json" "$work/$file"
  install -m 755 "$work/$file" "$folder/$file"
}

mkdir "$work/late"
x86_64-w64-mingw32-dlltool --dllname opengl32.dll --input-def packaging/windows/opengl32.def \
  --output-delaylib "$work/late/libopengl32.a"

tags=$(sed -n 's/.*-tags=\([^ ]*\).*/\1/p' <<<"$GOFLAGS")
rm -f "$folder"/*.exe
build Tavoitekartta.exe -H=windowsgui "$tags" \
  'Tavoitekartta' 'Tavoitekartta' 'Tavoitekartta'
build tavoitekartta-cli.exe '' "$tags" \
  'Tavoitekartan komennot' 'Tavoitekarttas kommandon' 'Tavoitekartta commands'
build Tavoitekartta-screen-reader.exe -H=windowsgui "$tags,accessibility" \
  'Tavoitekartta ruudunlukuohjelmalle' 'Tavoitekartta för skärmläsare' 'Tavoitekartta with screen-reader support'
