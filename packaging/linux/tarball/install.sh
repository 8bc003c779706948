#!/bin/sh
# Installs Tavoitekartta for one person, without an administrator, or removes it.
#
#   ./install.sh            into ~/.local
#   ./install.sh remove     what was written stays
set -eu
cd "$(dirname "$0")"
id=fi.tavoitekartta.app
share=${XDG_DATA_HOME:-$HOME/.local/share}
programs=$HOME/.local/bin

# say FINNISH SWEDISH ENGLISH
say() {
  case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
    fi*) printf '%s\n' "$1" ;;
    sv*) printf '%s\n' "$2" ;;
    *) printf '%s\n' "$3" ;;
  esac
}

# refresh lets the desktop see what has changed; without these tools it does by itself.
refresh() {
  update-desktop-database -q "$share/applications" 2>/dev/null || true
  gtk-update-icon-cache -q -t "$share/icons/hicolor" 2>/dev/null || true
}

remove() {
  rm -f "$programs/tavoitekartta" "$share/applications/$id.desktop" "$share/metainfo/$id.metainfo.xml" \
    "$share/man/man1/tavoitekartta.1.gz"
  rm -rf "$share/doc/tavoitekartta/guides"
  rmdir "$share/doc/tavoitekartta" 2>/dev/null || true
  find "$share/icons/hicolor" -name "$id.*" -type f -delete 2>/dev/null || true
}

case ${1:-install} in
  install)
    mkdir -p "$programs" "$share"
    remove
    # Beside the old one and then in its place: a window that is open goes on.
    cp bin/tavoitekartta "$programs/.tavoitekartta.new"
    mv "$programs/.tavoitekartta.new" "$programs/tavoitekartta"
    cp -R share/. "$share"
    # The menu of the desktop may not look for programs in ~/.local/bin.
    sed "s|^Exec=.*|Exec=\"$programs/tavoitekartta\" %f|" "share/applications/$id.desktop" >"$share/applications/$id.desktop"
    refresh
    say "Tavoitekartta on asennettu. Se löytyy työpöydän valikosta nimellä Tavoitekartta." \
      "Tavoitekartta är installerat. Det finns i skrivbordets meny under namnet Tavoitekartta." \
      "Tavoitekartta is installed. It is in the desktop's menu under its name."
    ;;
  remove)
    remove
    refresh
    say "Tavoitekartta on poistettu. Tiedot ovat tallessa kansiossa $share/tavoitekartta." \
      "Tavoitekartta är borttaget. Uppgifterna finns kvar i mappen $share/tavoitekartta." \
      "Tavoitekartta is removed. The data are still in the folder $share/tavoitekartta."
    ;;
  *)
    say "Käyttö: ./install.sh tai ./install.sh remove" "Användning: ./install.sh eller ./install.sh remove" \
      "Usage: ./install.sh or ./install.sh remove" >&2
    exit 2
    ;;
esac
