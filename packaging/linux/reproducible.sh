#!/usr/bin/env bash
# Do two builds of the last commit, in another folder and from nothing, give equal
# bytes?
#
#   packaging/linux/reproducible.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
finish() {
  git worktree remove --force "$work/checkout-first" 2>/dev/null || true
  git worktree remove --force "$work/checkout-second" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
for round in first second; do
  echo "The $round build:"
  git worktree add -q --detach "$work/checkout-$round" HEAD
  GOCACHE=$work/cache-$round "$work/checkout-$round/packaging/linux/packages.sh" "$work/$round"
done
diff <(cd "$work/first" && sha256sum ./*) <(cd "$work/second" && sha256sum ./*)
echo 'Both builds are equal, byte for byte.'
