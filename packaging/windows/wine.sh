#!/usr/bin/env bash
# A small Windows to try the packages in: a wine prefix of its own, in a folder
# that the caller names and removes. It leaves nothing elsewhere, so that several
# stand beside each other on one machine.
#
#   packaging/windows/wine.sh make PREFIX             a new one
#   packaging/windows/wine.sh run PREFIX PROGRAM …    a program in it, to its end
#   packaging/windows/wine.sh scale PREFIX 150        Windows' scale in per cent
#   packaging/windows/wine.sh environment PREFIX      the variables, a line each
#   packaging/windows/wine.sh wait PREFIX             until nothing runs in it
#   packaging/windows/wine.sh end PREFIX              end all that runs in it
#
# Asked for by variables:
#   WINE_LANGUAGE   Windows' language for this run: fi (default), sv, en
#   WINE_USER       the user's name at "make"; default: Åsa Öhman
#   WINE_PATIENCE   seconds that a run may take; default: 120
#   WINE_OVERRIDES  further DLL overrides, as "opengl32=n,b"
#
# The user's folder is PREFIX/drive_c/users/$WINE_USER. PROGRAM is a path of
# either kind, or a name that Windows finds. packaging/setup.sh wine installs
# what this needs.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

usage() { fail "Usage: packaging/windows/wine.sh make|run|scale|environment|wait|end PREFIX …"; }

# variables prints the environment of the prefix. Whoever calls it may have
# another display; nothing else of theirs comes along.
variables() {
  local language=${WINE_LANGUAGE:-fi} locale
  case $language in
    fi | sv) locale=${language}_FI.UTF-8 ;;
    en) locale=en_GB.UTF-8 ;;
    *) fail "No language $language here." ;;
  esac
  cat <<LINES
WINEPREFIX=$prefix
WINEARCH=win64
WINEDEBUG=${WINEDEBUG:--all}
WINEDLLOVERRIDES=mscoree,mshtml=;winemenubuilder.exe=d${WINE_OVERRIDES:+;$WINE_OVERRIDES}
HOME=$prefix/home
USER=$user
LOGNAME=$user
LOCPATH=$prefix/locales
LC_ALL=$locale
LIBGL_ALWAYS_SOFTWARE=1
PATH=$PATH
LINES
}

# in_prefix runs a command with the environment of the prefix and the display of
# the caller, no longer than the patience.
in_prefix() {
  local lines=()
  mapfile -t lines < <(variables)
  [ -z "${DISPLAY:-}" ] || lines+=("DISPLAY=$DISPLAY")
  env -i "${lines[@]}" timeout --kill-after=10 "${WINE_PATIENCE:-120}" "$@"
}

# make_locales makes the locales that wine takes Windows' language from; a
# machine for servers has none of them.
make_locales() {
  local name
  mkdir -p "$prefix/locales"
  for name in fi_FI sv_FI en_GB; do
    localedef -i "$name" -f UTF-8 "$prefix/locales/$name.UTF-8" || fail \
      "The locale $name could not be made; packaging/setup.sh wine installs its source."
  done
}

# make_prefix starts Windows once and gives it the library that wine 8 lacks.
make_prefix() {
  mkdir -p "$prefix/home"
  printf '%s\n' "$user" >"$prefix/user"
  make_locales
  in_prefix wineboot --init >"$prefix/made.log" 2>&1 || fail \
    "Wine could not make $prefix:" "$(cat "$prefix/made.log")"
  [ -d "$prefix/drive_c/users/$user" ] || fail "Wine made no folder for the user $user."
  # Wine 8 would say that it is Windows 7, which Go programs left behind.
  in_prefix wine reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null
  x86_64-w64-mingw32-gcc -shared -O2 -s -o "$prefix/drive_c/windows/system32/bcryptprimitives.dll" \
    "$here/wineshim/bcryptprimitives.c" -ladvapi32
  in_prefix wineserver --wait
}

# scale sets the dots per inch that Windows tells programs: 96 is 100 %.
scale() {
  in_prefix wine reg add 'HKCU\Control Panel\Desktop' /v LogPixels /t REG_DWORD /d $((96 * $1 / 100)) /f >/dev/null
  in_prefix wineserver --wait
}

end() {
  in_prefix wineserver --kill || true # 2: nothing ran
  in_prefix wineserver --wait
}

[ $# -ge 2 ] || usage
action=$1
prefix=$(realpath -m "$2")
shift 2
case $action in
  make)
    user=${WINE_USER:-Åsa Öhman}
    make_prefix
    exit
    ;;
esac
[ -f "$prefix/user" ] || fail "$prefix is no prefix that packaging/windows/wine.sh made."
user=$(cat "$prefix/user")
case $action in
  run) in_prefix wine "$@" ;;
  scale) scale "$@" ;;
  environment) variables ;;
  wait) in_prefix wineserver --wait ;;
  end) end ;;
  *) usage ;;
esac
