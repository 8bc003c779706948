#!/usr/bin/env bash
# Makes what Linux users get: the Debian package and the archive, into OUT.
#
#   packaging/linux/packages.sh OUT
#
# GOFLAGS holds the flags of the Makefile.
# The same commit gives the same bytes: names in order, no owners, and the times
# of SOURCE_DATE_EPOCH, by default that of the last commit.
set -euo pipefail
out=$(mkdir -p "$1" && realpath "$1")
cd "$(dirname "$0")/../.."
linux=packaging/linux
id=fi.tavoitekartta.app
version=$(packaging/version.sh)
# A checkout without its history has a fixed day, and does not know its commit.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 315532800)}
export SOURCE_DATE_EPOCH TZ=UTC LC_ALL=C.UTF-8
vcs=false
if git rev-parse --verify -q HEAD >/dev/null 2>&1; then vcs=true; fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
umask 022

# The libraries that the window loads when it opens: dpkg-shlibdeps sees only
# those that the program is linked with.
opened='libegl1, libx11-6, libxcursor1, libxi6, libxinerama1, libxkbcommon0, libxrandr2, libxxf86vm1'

# tree FOLDER PREFIX puts everything but the licences and changes below FOLDER/PREFIX.
tree() {
  local root=$1/$2 side
  install -Dm 755 "$work/tavoitekartta" "$root/bin/tavoitekartta"
  install -Dm 644 $linux/$id.desktop "$root/share/applications/$id.desktop"
  mkdir -p "$root/share/metainfo"
  sed -e "s/@VERSION@/$version/" -e "s/@DATE@/$(date -d "@$SOURCE_DATE_EPOCH" +%F)/" \
    $linux/$id.metainfo.xml.in >"$root/share/metainfo/$id.metainfo.xml"
  for side in 16 24 32 48 64 96 128 256 512; do
    install -Dm 644 "$work/icons/$side.png" "$root/share/icons/hicolor/${side}x$side/apps/$id.png"
  done
  install -Dm 644 assets/icon.svg "$root/share/icons/hicolor/scalable/apps/$id.svg"
  mkdir -p "$root/share/man/man1"
  gzip -9n <$linux/tavoitekartta.1 >"$root/share/man/man1/tavoitekartta.1.gz"
  # The program looks for its guides there, seen from its own folder.
  install -Dm 644 -t "$root/share/doc/tavoitekartta/guides" "$work"/guides/*.pdf
}

# stamp FOLDER gives everything in it one time, and everybody the right to read.
stamp() {
  chmod -R u+rwX,go+rX,go-w "$1"
  find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

# depends prints what the program needs, as dpkg-shlibdeps finds it.
depends() {
  mkdir -p "$work/deps/debian"
  printf 'Source: tavoitekartta\n\nPackage: tavoitekartta\nArchitecture: amd64\n' >"$work/deps/debian/control"
  (cd "$work/deps" && dpkg-shlibdeps -O "$work/tavoitekartta" 2>/dev/null) | sed 's/^shlibs:Depends=//'
}

debian_package() {
  local root=$work/deb doc
  tree "$root" usr
  doc=$root/usr/share/doc/tavoitekartta
  mkdir -p "$doc" "$root/DEBIAN"
  install -m 644 $linux/copyright LICENSE THIRD-PARTY-NOTICES.md "$doc"
  gzip -9n <CHANGELOG.md >"$doc/CHANGELOG.md.gz"
  printf 'tavoitekartta (%s) stable; urgency=medium\n\n  * What changed is told in CHANGELOG.md.gz.\n\n -- %s  %s\n' "$version" \
    "$(sed -n 's/^Maintainer: //p' $linux/control.in)" "$(date -R -d "@$SOURCE_DATE_EPOCH")" | gzip -9n >"$doc/changelog.gz"
  sed -e "s/@VERSION@/$version/" -e "s/@DEPENDS@/$(depends), $opened/" \
    -e "s/@SIZE@/$(du -sk --apparent-size "$root/usr" | cut -f 1)/" $linux/control.in >"$root/DEBIAN/control"
  (cd "$root" && find usr -type f | LC_ALL=C sort | xargs md5sum >DEBIAN/md5sums)
  stamp "$root"
  # xz, since Debian 12 knows no zstd; one thread, since several divide the bytes.
  dpkg-deb --root-owner-group -Zxz -z9 --threads-max=1 --build "$root" "$out/tavoitekartta_${version}_amd64.deb" >/dev/null
}

archive() {
  local name=tavoitekartta-$version-linux-x64
  tree "$work/$name" .
  install -m 755 $linux/tarball/install.sh "$work/$name/install.sh"
  sed "s/@VERSION@/$version/" $linux/tarball/README.txt >"$work/$name/README.txt"
  install -m 644 LICENSE THIRD-PARTY-NOTICES.md "$work/$name"
  stamp "$work/$name"
  tar -C "$work" --sort=name --owner=0 --group=0 --numeric-owner --format=gnu -c "$name" | gzip -9n >"$out/$name.tar.gz"
}

# -buildid=: a hash of the flags, among them folders of this machine, stays out.
CGO_ENABLED=1 go build -buildvcs=$vcs -ldflags='-s -w -buildid= -extldflags=-Wl,--build-id=none' -o "$work/tavoitekartta" .
go run ./packaging/icons "$work/icons"
CGO_ENABLED=0 go run ./packaging/guides "$work/guides" >/dev/null
debian_package
archive
(cd "$out" && du -b tavoitekartta_"$version"_amd64.deb tavoitekartta-"$version"-linux-x64.tar.gz) |
  awk '{printf "  %6.1f MB  %s\n", $1 / 1e6, $2}'
