#!/usr/bin/env bash
# Makes a machine ready, installing only what is missing.
#
#   packaging/setup.sh go      is Go there, and new enough for go.mod?
#   packaging/setup.sh build   what the build needs (Debian, Ubuntu: apt)
#   packaging/setup.sh test    what the tests need besides
#   packaging/setup.sh verify  what "make verify-reports" needs besides
#   packaging/setup.sh peers   what "make bench-reports" compares with
#   packaging/setup.sh linux   what "make linux-packages" needs besides
#   packaging/setup.sh windows what the programs and installers for Windows need
#   packaging/setup.sh wine    what their tests need besides
#
# With everything in place nothing is fetched and no rights are asked for.
set -euo pipefail
cd "$(dirname "$0")/.."

# Fyne's window is C: a compiler, and the headers of X11, Wayland and OpenGL.
# ca-certificates lets Go check who sends it the modules.
build_packages=(
  ca-certificates gcc libc6-dev pkg-config
  libegl-dev libgl-dev libwayland-dev libx11-dev libxcursor-dev libxi-dev
  libxinerama-dev libxkbcommon-dev libxrandr-dev libxxf86vm-dev
)
# Journeys type into the real window on a display in memory, drawn by Mesa in
# software, with a small window manager for the focus; PDFs are read by poppler.
test_packages=(
  libgl1-mesa-dri openbox poppler-utils x11-xkb-utils xclip xdotool xkb-data
  xvfb
)
# A C compiler for Windows; what makes the installer, the MSI and the archive,
# and what signs them.
windows_packages=(
  binutils-mingw-w64-x86-64 gcc-mingw-w64-x86-64 msitools nsis osslsigncode wixl zip
)
# dpkg-shlibdeps, which finds the libraries that a program needs.
linux_packages=(
  dpkg-dev
)
# The packages for Windows are installed and used under wine, 64-bit alone, which
# takes Windows' language from a locale.
wine_packages=(
  imagemagick locales wine wine64
)
# veraPDF, which judges the reports, is a Java program; Maven fetches it, qpdf
# looks at the files' form.
verify_packages=(
  default-jre-headless maven qpdf
)
# LibreOffice's writer without a window; typst comes as a Python package.
peers_packages=(
  libreoffice-writer-nogui python3-venv
)
build_modules='egl gl wayland-client x11 xcursor xi xinerama xkbcommon xrandr xxf86vm'
test_commands='Xvfb openbox pdftotext setxkbmap xclip xdotool'
linux_commands='dpkg-deb dpkg-shlibdeps'
windows_commands='x86_64-w64-mingw32-gcc x86_64-w64-mingw32-objdump makensis msibuild msiinfo osslsigncode wixl zip'
wine_commands='wine wineserver import localedef'
peers_commands='soffice python3'
verify_commands='java mvn qpdf'

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

check_go() {
  local wanted found
  wanted=$(sed -n 's/^go //p' go.mod)
  # Go 1.21 and later fetch a newer Go themselves when go.mod asks for one, so
  # the version that counts is the one reported from inside the module.
  found=$(go env GOVERSION 2>/dev/null) || true
  found=${found#go}
  found=${found%%[ -]*}
  if [ -z "$found" ]; then
    command -v go >/dev/null || fail \
      "Go is not installed, or not on the PATH; version $wanted or newer is needed." \
      "$(where_go_comes_from)"
    fail "The installed Go is older than $wanted, which go.mod asks for." \
      "$(where_go_comes_from)"
  fi
  if [ "$(printf '%s\n' "$wanted" "$found" | sort -V | head -n 1)" != "$wanted" ]; then
    fail "Go $found is too old; version $wanted or newer is needed." \
      "$(where_go_comes_from)"
  fi
}

where_go_comes_from() {
  cat <<'WORDS'
Debian's own package golang is too old. Take the Linux archive from the download
page of go.dev, unpack it into /usr/local (so that /usr/local/go/bin/go is there)
and give the command again.
WORDS
}

# missing prints those of the named packages that dpkg does not have.
missing() {
  local package
  for package in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || echo "$package"
  done
}

install() {
  local purpose=$1 wanting as_root=()
  shift
  wanting=$(missing "$@")
  [ -n "$wanting" ] || return 0
  wanting=${wanting//$'\n'/ }
  echo "$purpose, these packages are needed first: $wanting"
  if [ "$(id -u)" -ne 0 ]; then
    as_root=(sudo)
    { command -v sudo && sudo true; } >/dev/null || fail \
      "Only an administrator can install them, and sudo does not let you." \
      "Let an administrator give this command, then try again:" \
      "  apt-get update && apt-get install --no-install-recommends $wanting"
  fi
  as_root+=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
  "${as_root[@]}" update || fail \
    "The package lists could not be fetched. Is there a network? Try again then."
  # shellcheck disable=SC2086 # a list of names, split on purpose
  "${as_root[@]}" install -y --no-install-recommends $wanting >/dev/null || fail \
    "The packages could not be installed; apt's own words stand above. Is there a network?" \
    "Once they are there, give the command again: $wanting"
}

# Without apt nothing is installed; what is there already may be enough.
by_hand() {
  local purpose=$1 packages=$2
  fail "$purpose, packages are needed, and this machine has no apt to install them." \
    "Install what your system calls these, then give the command again:" \
    "  $packages"
}

has_apt() { command -v apt-get >/dev/null && command -v dpkg >/dev/null; }

prepare_build() {
  if has_apt; then
    install 'To build' "${build_packages[@]}"
    return
  fi
  # shellcheck disable=SC2086
  if ! { command -v gcc && pkg-config --exists $build_modules; } >/dev/null 2>&1; then
    by_hand 'To build' "${build_packages[*]}"
  fi
}

# prepare PURPOSE COMMANDS PACKAGE...: without apt the commands tell whether the
# packages are needed.
prepare() {
  local purpose=$1 commands=$2 command
  shift 2
  if has_apt; then
    install "$purpose" "$@"
    return
  fi
  for command in $commands; do
    command -v "$command" >/dev/null || by_hand "$purpose" "$*"
  done
}

case ${1:-} in
  go) check_go ;;
  build) prepare_build ;;
  test) prepare 'To test' "$test_commands" "${test_packages[@]}" ;;
  linux) prepare 'To make the packages for Linux' "$linux_commands" "${linux_packages[@]}" ;;
  windows) prepare 'To build for Windows' "$windows_commands" "${windows_packages[@]}" ;;
  wine) prepare 'To test the packages for Windows' "$wine_commands" "${wine_packages[@]}" ;;
  peers) prepare 'To compare reports' "$peers_commands" "${peers_packages[@]}" ;;
  verify) prepare 'To judge the reports' "$verify_commands" "${verify_packages[@]}" ;;
  *) fail "Usage: packaging/setup.sh go|build|test|linux|windows|wine|verify|peers" ;;
esac
