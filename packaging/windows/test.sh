#!/usr/bin/env bash
# Tries the packages for Windows under wine, on displays in memory.
#
#   packaging/windows/test.sh DIST [PART …]
#
# DIST holds what "make windows" made. The parts, all of them by default:
#
#   packages    the tests of model, storage, reports and others, built for Windows
#   installers  setup and MSI: install, update, refuse, remove, silently
#   native      no OpenGL, OpenGL in software, the end of the session
#   journeys    the window by keyboard, in Finnish and Swedish, and bad starts
#
# Each check is a line. The last line counts them; the exit code is 1 when one
# failed. All of it happens in a temporary folder and on displays of its own, so
# that several runs stand beside each other. packaging/setup.sh wine installs
# what this needs.
set -euo pipefail
if [ $# -lt 1 ]; then
  echo 'Usage: packaging/windows/test.sh DIST [packages] [installers] [native] [journeys]' >&2
  exit 2
fi
dist=$(cd "$1" && pwd)
shift
parts=("$@")
[ ${#parts[@]} -gt 0 ] || parts=(packages installers native journeys)
cd "$(dirname "$0")/../.."
here=packaging/windows

work=$(mktemp -d)
display=
finish() {
  "$here/wine.sh" end "$work/prefix" >/dev/null 2>&1 || true
  [ -z "$display" ] || kill "$display" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

# open_display starts a display on a free number.
open_display() {
  local told number
  mkfifo "$work/display"
  exec {told}<>"$work/display"
  Xvfb -displayfd "$told" -nolisten tcp -noreset -screen 0 1366x768x24 2>/dev/null &
  display=$!
  read -r -t 60 -u "$told" number
  export DISPLAY=:$number
}

try_packages() {
  "$here/test-packages.sh" "$work/prefix" -v
}

try_installers() {
  "$here/installer/test.sh" "$dist" "$work/prefix"
}

try_native() {
  "$here/test-native.sh" "$dist" "$work/prefix"
}

# try_journeys begins updates with the same programs under an older number.
try_journeys() {
  mkdir -p "$work/previous"
  QUICK=1 GUIDES=$work/none "$here/installer/make.sh" "$dist/windows" "$work/previous" 0.0.9 >"$work/previous.log" 2>&1 || {
    cat "$work/previous.log"
    return 1
  }
  go test -count=1 -v -timeout 30m -tags=migrated_fynedo,windowsjourney -run OnWindows ./e2e \
    -dist "$dist" -previous "$work/previous" ${WINDOWS_PICTURES:+-pictures "$WINDOWS_PICTURES"}
}

# Journeys make a Windows each, all others share one.
if [ "${parts[*]}" != journeys ]; then
  open_display
  "$here/wine.sh" make "$work/prefix"
fi
[ "$(id -u)" -eq 0 ] || echo 'A full disk is tried by an administrator (root) alone.'

# A part that fails before its first check counts as one that failed.
failed_parts=''
: >"$work/checks"
for part in "${parts[@]}"; do
  echo "== $part"
  status=0
  # Not in a condition: there bash would go on after a command that failed.
  set +e
  (
    set -e
    "try_$part"
  ) 2>&1 | tee "$work/$part.log" | grep --line-buffered -v -e '^=== ' -e '^PASS$' -e ' passed, ' 
  status=${PIPESTATUS[0]}
  set -e
  cat "$work/$part.log" >>"$work/checks"
  if [ "$status" -ne 0 ]; then failed_parts+=" $part"; fi
done

passed=$(grep -c -E '^ok    |^ *--- PASS: ' "$work/checks" || true)
failed=$(grep -c -E '^FAIL(ED)?  |^ *--- FAIL: ' "$work/checks" || true)
if [ -n "$failed_parts" ]; then
  echo "Failed:$failed_parts"
  [ "$failed" -gt 0 ] || failed=1
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
