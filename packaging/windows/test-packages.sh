#!/usr/bin/env bash
# The tests of the packages that need no window, built for Windows and passed
# under wine:
#
#   packaging/windows/test-packages.sh PREFIX [FLAGS OF GO TEST] [PACKAGES]
#
# PREFIX is a prefix that packaging/windows/wine.sh made. What is printed are the
# lines of go test. Each package runs in its own folder, as on any system; what
# holds on Unix alone, or on Windows alone, is told apart by the names of files.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."

if [ "${1:-}" = '-run-one' ]; then
  # go test -exec comes here. A file takes the output: what wine leaves running
  # would hold a pipe of go test open, and go test would wait for it.
  shift
  output=$(mktemp)
  trap 'rm -f "$output"' EXIT
  cd "$OLDPWD"
  status=0
  "$here/wine.sh" run "$TEST_PREFIX" "$@" >"$output" 2>&1 </dev/null || status=$?
  cat "$output"
  exit "$status"
fi

prefix=$(realpath "${1:?Usage: packaging/windows/test-packages.sh PREFIX [FLAGS] [PACKAGES]}")
shift
flags=() packages=()
for argument in "$@"; do
  case $argument in
    -*) flags+=("$argument") ;;
    *) packages+=("$argument") ;;
  esac
done
# Not reports/conformity: its judges are programs of Linux.
[ ${#packages[@]} -gt 0 ] || packages=(
  ./model/... ./storage ./assets/...
  ./reports ./reports/document ./reports/layout ./reports/pdf ./reports/picture
  ./reports/programme ./reports/typeface
  ./app/commands ./app/crashlog ./app/help ./app/instance ./app/intake ./app/law ./app/texts
  ./app/translationfile ./app/translationwords ./app/workflow/...
)

export TEST_PREFIX=$prefix WINE_PATIENCE=${WINE_PATIENCE:-1200}
export GOOS=windows GOARCH=amd64 CGO_ENABLED=0
# -short: the kill test ends eight stores three times each, not 25 times. -p 1: what
# measures time has the machine alone.
go test -count=1 -p 1 -short -timeout 20m -exec "$here/test-packages.sh -run-one" "${flags[@]}" "${packages[@]}" |
  grep --invert-match --line-buffered 'no test files'
