#!/usr/bin/env bash
# Tries what the program says to Windows itself: without OpenGL, with OpenGL in
# software, at the end of the session, killed, without a console.
#
#   packaging/windows/test-native.sh DIST PREFIX
#
# DIST holds windows/Tavoitekartta.exe and windows/tavoitekartta-cli.exe; PREFIX
# is a Windows of packaging/windows/wine.sh, made when it is not there. The last
# line says how many tests passed. NATIVE_PICTURES names a folder for the
# pictures of the messages, or they are not kept.
set -euo pipefail
cd "$(dirname "$0")/../.."
export LC_ALL=C.UTF-8

dist=${1:?} prefix=$(realpath -m "${2:?}")
here=packaging/windows
work=$(mktemp -d)
pictures=${NATIVE_PICTURES:-$work}
folder=$prefix/drive_c/native-test # C:\native-test
started=()
passed=0 failed=0

cleanup() {
  "$here/wine.sh" end "$prefix" >/dev/null 2>&1 || true
  [ "${#started[@]}" -eq 0 ] || kill "${started[@]}" 2>/dev/null || true
  rm -rf "$work" "$folder"
}
trap cleanup EXIT

# passes NAME COMMAND … counts a test.
passes() {
  local name=$1
  shift
  if "$@"; then
    echo "ok    $name"
    passed=$((passed + 1))
  else
    echo "FAILED $name"
    failed=$((failed + 1))
  fi
}

# display NAME OPTION … starts a screen with a window manager, and sets the
# variable NAME to its address.
display() {
  local name=$1 number
  shift
  Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp -noreset "$@" 3>"$work/$name" 2>/dev/null &
  started+=($!)
  until [ -s "$work/$name" ]; do sleep 0.1; done
  number=:$(cat "$work/$name")
  DISPLAY=$number openbox 2>/dev/null &
  started+=($!)
  DISPLAY=$number setxkbmap fi
  printf -v "$name" %s "$number"
}

windows() { "$here/wine.sh" run "$prefix" "$@"; }

# soon COMMAND … tries until the command succeeds.
soon() {
  local tries
  for tries in $(seq 150); do
    "$@" >/dev/null 2>&1 && return
    sleep 0.2
  done
  echo "      not within 30 s ($tries tries): $*" >&2
  return 1
}

# titled PATTERN: is there a visible window with such a title?
titled() { xdotool search --onlyvisible --name "$1"; }

untitled() { ! titled "$1"; }

picture() { import -window root "$1"; }

# differs BEFORE: has most of the window been drawn anew since that picture?
differs() {
  picture "$work/now.png"
  local pixels
  pixels=$(compare -metric AE "$1" "$work/now.png" null: 2>&1) || true
  [ "${pixels%%[.e ]*}" -gt 20000 ]
}

stop_windows() { "$here/wine.sh" end "$prefix" >/dev/null 2>&1; }

programs_leave_opengl_alone() {
  local program
  for program in Tavoitekartta tavoitekartta-cli; do
    ! x86_64-w64-mingw32-objdump -p "$folder/$program.exe" | grep -iq 'DLL Name: opengl32' || return 1
  done
}

# message LANGUAGE PICTURE ARGUMENT … starts the window's program as a person
# does, who has no console, expects a message, closes it, and gives the exit code.
message() {
  local language=$1 name=$2 exit=0 program
  shift 2
  stop_windows
  WINE_LANGUAGE=$language windows start /wait 'C:\native-test\Tavoitekartta.exe' "$@" >/dev/null 2>&1 &
  program=$!
  soon titled '^Tavoitekartta$' || return 99
  sleep 0.5 # it has a frame before it has words
  picture "$pictures/$name.png"
  xdotool key Return
  wait "$program" || exit=$?
  return "$exit"
}

no_opengl_is_told() {
  local exit=0
  message "$1" "no-opengl-$1" --data-dir 'C:\native-test\none' || exit=$?
  [ "$exit" -eq 1 ] && [ ! -e "$folder/none/data" ]
}

# no_opengl_is_written LANGUAGE WORDS: the same where somebody reads stderr.
no_opengl_is_written() {
  local exit=0
  stop_windows
  WINE_LANGUAGE=$1 windows 'C:\native-test\Tavoitekartta.exe' --data-dir 'C:\native-test\none' \
    >"$work/out" 2>"$work/err" || exit=$?
  [ "$exit" -eq 1 ] && [ ! -s "$work/out" ] && grep -q "$2" "$work/err" && grep -q 'native-test.softgl' "$work/err"
}

commands_need_no_opengl() {
  windows 'C:\native-test\tavoitekartta-cli.exe' --data-dir 'C:\native-test\commands' example vaasa-2019-2022 >"$work/out" 2>&1
}

wrong_line_is_told() {
  local exit=0
  message fi wrong-line nonsense || exit=$?
  [ "$exit" -eq 2 ]
}

# Windows knows where the user's data lie also where the variable is missing.
missing_variable_does_no_harm() {
  windows cmd /c 'set LOCALAPPDATA=&& C:\native-test\tavoitekartta-cli.exe list' >"$work/out" 2>&1
}

# make_standin builds the library that IT would put into the folder softgl.
make_standin() {
  x86_64-w64-mingw32-objdump -p "$prefix/drive_c/windows/system32/opengl32.dll" |
    sed -n 's/^\t\[ *[0-9]*\] \(w\{0,1\}gl[A-Za-z0-9]*\)\r*$/\1/p' | grep -vx wglCreateContext >"$work/names"
  sed 's/.*/EXPORT(&)/' "$work/names" >"$work/exports.h"
  {
    printf 'LIBRARY opengl32.dll\nEXPORTS\nwglCreateContext = create_context\n'
    cat "$work/names"
  } >"$work/exports.def"
  x86_64-w64-mingw32-gcc -shared -O2 -s -I"$work" -o "$folder/softgl/opengl32.dll" \
    "$here/standin/opengl32.c" "$work/exports.def"
}

# software_opengl_draws: the preflight makes one context, the window toolkit the
# others. Wine takes its own library before another's unless it is told so.
software_opengl_draws() {
  local exit=0 program
  make_standin
  stop_windows
  WINE_OVERRIDES=opengl32=n,b windows 'C:\native-test\Tavoitekartta.exe' --data-dir 'C:\native-test\drawn' \
    >"$work/out" 2>&1 &
  program=$!
  soon drawn "$pictures/softgl.png" || exit=99
  soon quits "$program" || exit=99
  wait "$program" || exit=$?
  rm -f "$folder/softgl/opengl32.dll"
  [ "$exit" -eq 0 ] && [ "$(head -n 1 "$folder/softgl/opengl32.log")" = loaded ] &&
    [ "$(grep -c '^context$' "$folder/softgl/opengl32.log")" -ge 2 ]
}

# drawn PICTURE: does the window show more than its ground? Words have many
# colours at their edges.
drawn() {
  titled '^Tavoitekartta$' && picture "$1" && [ "$(identify -format %k "$1")" -gt 200 ]
}

# quits PROGRAM presses Ctrl+Q until it has ended.
quits() {
  xdotool key ctrl+q
  ! kill -0 "$1"
}

# The library that Windows cannot load leaves the system's own, and is named
# where that does not suffice either.
broken_software_opengl_is_told() {
  local exit=0
  echo 'no library' >"$folder/softgl/opengl32.dll"
  stop_windows
  WINE_OVERRIDES=opengl32=n,b windows 'C:\native-test\Tavoitekartta.exe' >"$work/out" 2>"$work/err" || exit=$?
  rm -f "$folder/softgl/opengl32.dll"
  [ "$exit" -eq 1 ] && grep -q '32-bittinen' "$work/err"
}

# window_at_title DATA starts the window on a folder with an example, and goes to
# the field with the programme's title. It sets the variable program.
window_at_title() {
  stop_windows
  windows 'C:\native-test\tavoitekartta-cli.exe' --data-dir "C:\\native-test\\$1" example vaasa-2019-2022 >/dev/null
  windows 'C:\native-test\Tavoitekartta.exe' --data-dir "C:\\native-test\\$1" >"$work/out" 2>&1 &
  program=$!
  soon titled '^Tavoitekartta$' && soon test ! -e "$folder/$1/data/ended" && soon opens_programme || return
  sleep 1
  picture "$work/before.png"
  xdotool key ctrl+i
  soon differs "$work/before.png"
  sleep 1
  xdotool key End
}

# opens_programme passes by the first page and opens the only programme.
opens_programme() {
  titled 'Kotouttamisohjelma 2019' || { xdotool key Return && sleep 1 && false; }
}

types() { xdotool type --delay 25 "$1"; }

# title DATA prints the programme's title as it was kept.
title() { windows 'C:\native-test\tavoitekartta-cli.exe' --data-dir "C:\\native-test\\$1" list | cut -f 4 | tr -d '\r'; }

# The words are typed and the session ended within the second that they rest
# before they are kept.
session_end_keeps_what_is_typed() {
  local program
  window_at_title ended || return
  types ' työn alla åäö'
  windows wineboot.exe --end-session >/dev/null 2>&1
  wait "$program" || true # Windows may end what has answered
  [ -e "$folder/ended/data/ended" ] && [ ! -e "$folder/ended/crash.log" ] && [ ! -e "$folder/ended/.crash" ] &&
    [ "$(title ended)" = 'Kotouttamisohjelma 2019–2022 työn alla åäö' ]
}

# A program that is ended by force loses at most what was typed last.
kill_keeps_what_was_saved() {
  local program
  window_at_title killed || return
  ls -l --time-style=full-iso "$folder/killed/data/journal" >"$work/journal"
  types ' tallessa åäö'
  soon journal_grew killed || return
  types ' ja'
  windows taskkill /F /IM Tavoitekartta.exe >/dev/null 2>&1
  wait "$program" || true
  [ ! -e "$folder/killed/data/ended" ] && [[ $(title killed) == 'Kotouttamisohjelma 2019–2022 tallessa åäö'* ]] &&
    [ ! -e "$folder/killed/crash.log" ]
}

# journal_grew DATA: has anything been saved since the journal was listed?
journal_grew() { ! ls -l --time-style=full-iso "$folder/$1/data/journal" | cmp -s - "$work/journal"; }

# go_tests PACKAGE runs the package's own tests, built for Windows.
go_tests() {
  GOOS=windows GOARCH=amd64 CGO_ENABLED=0 go test -c -o "$folder/$1.test.exe" "./app/$1" &&
    windows "C:\\native-test\\$1.test.exe" >"$work/out" 2>&1 || { cat "$work/out" && false; }
}

[ -f "$prefix/user" ] || "$here/wine.sh" make "$prefix"
mkdir -p "$folder/softgl" "$pictures"
cp "$dist"/windows/Tavoitekartta.exe "$dist"/windows/tavoitekartta-cli.exe "$folder"
display with_opengl +extension GLX
display without_opengl -extension GLX

passes 'the programs are linked without opengl32.dll' programs_leave_opengl_alone
export DISPLAY=$without_opengl
passes 'without OpenGL a message says so in Finnish' no_opengl_is_told fi
passes 'without OpenGL a message says so in Swedish' no_opengl_is_told sv
passes 'without OpenGL it stands on stderr in Finnish' no_opengl_is_written fi 'Tallennettuun ei ole koskettu'
passes 'without OpenGL it stands on stderr in Swedish' no_opengl_is_written sv 'Det som sparats har inte rörts'
passes 'without OpenGL it stands on stderr in English' no_opengl_is_written en 'Everything is safe'
passes 'commands work without OpenGL' commands_need_no_opengl
passes 'a software OpenGL that Windows cannot load is named' broken_software_opengl_is_told
passes 'a wrong command line is told of in a message' wrong_line_is_told
passes 'a missing LOCALAPPDATA does no harm' missing_variable_does_no_harm
export DISPLAY=$with_opengl
passes 'the software OpenGL beside the program draws the window' software_opengl_draws
passes 'the end of the session loses nothing of what is typed' session_end_keeps_what_is_typed
passes 'a forced end loses nothing of what was saved' kill_keeps_what_was_saved
passes "app/native's own tests" go_tests native
passes "app/crashlog's own tests" go_tests crashlog

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
