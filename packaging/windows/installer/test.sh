#!/usr/bin/env bash
# Tries the installers under wine: installs silently, updates, refuses, removes,
# and looks at what is on the disk and in the registry after each.
#
#   packaging/windows/installer/test.sh DIST PREFIX
#
# DIST holds what "make windows" made; PREFIX is a folder of
# packaging/windows/wine.sh, and a display is there. Each check prints a line; the
# exit code is 1 when one failed. The prefix is left without our program.
set -euo pipefail
if [ $# -ne 2 ]; then
  echo 'Usage: packaging/windows/installer/test.sh DIST PREFIX' >&2
  exit 2
fi
dist=$(cd "$1" && pwd)
prefix=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../../.."

version=$(packaging/version.sh)
setup=$dist/Tavoitekartta-$version-setup.exe
msi=$dist/Tavoitekartta-$version-x64.msi
c=$prefix/drive_c
user=$c/users/$(cat "$prefix/user")
start_menu=$user/AppData/Roaming/Microsoft/Windows/'Start Menu'/Programs
default_folder=$user/AppData/Local/Programs/Tavoitekartta
data=$user/AppData/Local/Tavoitekartta
entry='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\fi.tavoitekartta.app'

passed=0 failed=0 finished=
work=$(mktemp -d)
wine() { packaging/windows/wine.sh run "$prefix" "$@"; }
windows_path() { printf 'Z:%s' "${1//\//\\}"; }

restore() {
  packaging/windows/wine.sh end "$prefix" >/dev/null 2>&1 || true
  if [ -e "$work/netsh.exe" ]; then cp "$work/netsh.exe" "$c/windows/system32/netsh.exe"; fi
  rm -rf "$work"
}

# close says how it went, also when a broken installer has broken the test off.
close() {
  restore
  if [ -z "$finished" ]; then
    failed=$((failed + 1))
    echo 'FAILED  the test could not go on to its end'
  fi
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ] || exit 1
}
trap close EXIT

# check SENTENCE COMMAND … prints whether the command holds.
check() {
  local sentence=$1
  shift
  if "$@" >/dev/null 2>&1; then
    passed=$((passed + 1))
    echo "ok      $sentence"
  else
    failed=$((failed + 1))
    echo "FAILED  $sentence"
  fi
}
absent() { [ ! -e "$1" ] && [ ! -L "$1" ]; }
is() { [ "$1" = "$2" ]; }

# ends EXPECTED COMMAND …: does the command end with that exit code?
ends() {
  local expected=$1 code=0
  shift
  "$@" >/dev/null 2>&1 || code=$?
  [ "$code" -eq "$expected" ] || { echo "exit code $code" >&2; return 1; }
}

# A program from the very file that was packed.
same_program() { cmp -s "$dist/windows/$1" "$2/$1"; }
registered() { wine reg query "$entry" /v "$1" 2>/dev/null | grep -aq -- "$2"; }
unregistered() { ! wine reg query "$entry" >/dev/null 2>&1; }
msi_version() {
  local found
  found=$(wine reg query 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall' /s 2>/dev/null |
    tr -d '\r' | sed -n '/Uninstall\\{/,/^$/s/.*DisplayVersion *REG_SZ *//p')
  [ "$found" = "$1" ]
}
# Shortcuts keep their target in the two-byte characters of Windows.
leads_to() { perl -0777 -e 'my $t = join "", map { "$_\0" } split //, $ARGV[1]; open F, "<:raw", $ARGV[0]; exit(index(<F>, $t) < 0)' "$1" "$2"; }
# running FILE: wine's server has a program's file open as long as it runs.
running() { [ -n "$(find /proc/[0-9]*/fd -lname "$1" -print -quit 2>/dev/null)" ]; }
until_holds() {
  local tries
  for tries in $(seq 200); do
    if "$@"; then return; fi
    read -rt 0.2 <> <(:) || true
  done
  return 1
}

prepare() {
  wine reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null
  mkdir -p "$data"
  echo 'kirjoitettua' >"$data/proof-of-data"
  echo 'The version before, of the same programs'
  QUICK=1 GUIDES=$work/none "$here/make.sh" "$dist/windows" "$work" 0.0.9 >/dev/null 2>"$work/make.log" ||
    { cat "$work/make.log" >&2; exit 1; }
  old_setup=$work/Tavoitekartta-0.0.9-setup.exe
  old_msi=$work/Tavoitekartta-0.0.9-x64.msi
}
data_kept() { check "data kept: $1" grep -qx kirjoitettua "$data/proof-of-data"; }

source "$here/test-setup.sh"
source "$here/test-msi.sh"

prepare
try_setup
try_msi
try_both
rm -f "$data/proof-of-data"
rmdir "$data" 2>/dev/null || true # only when it was made for the test
finished=yes
