#!/usr/bin/env bash
# Opens the program with an example programme at hand, in a data folder of its
# own (out/demo-data): the user's own programmes are elsewhere and untouched.
# Without a display the example's report is made into out/ instead.
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
  local data id report=out/$example-fi.pdf
  mkdir -p out
  data=$(mktemp -d)
  # shellcheck disable=SC2064 # the name as it is now
  trap "rm -rf '$data'" EXIT
  id=$("$program" --data-dir "$data" example "$example" | tail -n 1)
  id=${id##* }
  "$program" --data-dir "$data" report "$id" --kind programme --lang fi --out "$report" >/dev/null
  echo "There is no display, so no window was opened. Instead the example's report was made:"
  echo "  $report"
}

if has_display; then open_window; else make_reports; fi
