#!/usr/bin/env bash
# Opens the program with an example programme at hand, in a data folder of its
# own (out/demo-data): the user's own programmes are elsewhere and untouched.
# Without a display the example's reports are made into out/ instead.
#
#   packaging/run.sh bin/tavoitekartta
set -euo pipefail
cd "$(dirname "$0")/.."

program=${1:?"the program to run"}
example=vaasa-2019-2022
demo=out/demo-data

has_display() {
  [ -z "${WAYLAND_DISPLAY:-}" ] || return 0
  case ${DISPLAY:-} in
    '') return 1 ;;
    # A local display that is named but gone (a left-over variable) is none.
    :*) local number=${DISPLAY#:} && [ -S "/tmp/.X11-unix/X${number%%.*}" ] ;;
    *) return 0 ;;
  esac
}

open_window() {
  mkdir -p "$demo"
  if [ -z "$("$program" --data-dir "$demo" list)" ]; then
    "$program" --data-dir "$demo" example "$example" >/dev/null
  fi
  echo "Opening the window. The example's data folder is $demo."
  exec "$program" --data-dir "$demo"
}

make_reports() {
  local data id edition report
  mkdir -p out
  data=$(mktemp -d)
  # shellcheck disable=SC2064 # the name as it is now
  trap "rm -rf '$data'" EXIT
  id=$("$program" --data-dir "$data" example "$example" | tail -n 1)
  id=${id##* }
  echo "There is no display, so no window is opened. Instead the example's reports are made:"
  for edition in fi sv fi+sv; do
    report=out/$example-$edition.pdf
    "$program" --data-dir "$data" report "$id" --kind programme --lang "$edition" --out "$report" >/dev/null
    echo "  $report"
  done
}

if has_display; then open_window; else make_reports; fi
