#!/usr/bin/env bash
# Tries the signing with a certificate made for the occasion.
#
#   packaging/windows/sign-test.sh FILE…
#
# Each file (program, setup, MSI) is copied, signed, verified, changed by one
# byte, verified again, and freed of its signature. Nothing is sent anywhere.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
[ $# -gt 0 ] || { echo 'Usage: packaging/windows/sign-test.sh FILE…' >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
check() {
  local sentence=$1
  shift
  if "$@" >/dev/null 2>&1; then
    passed=$((passed + 1))
    echo "ok      $sentence"
  else
    failed=$((failed + 1))
    echo "FAILED  $sentence"
  fi
}
not() { ! "$@"; }

# same UNSIGNED FREED compares what signing leaves alone. Signing fills a program
# up to whole groups of eight bytes and writes its checksum, and packs the streams
# of an MSI anew; removing the signature does not take that back.
same() {
  case $1 in
    *.msi) cmp <(content_of_msi "$1") <(content_of_msi "$2") ;;
    *) cmp <(content_of_program "$1") <(content_of_program "$2") ;;
  esac
}

content_of_program() {
  perl -0777 -e '
    open my $in, "<:raw", $ARGV[0] or die;
    my $bytes = <$in>;
    substr($bytes, unpack("V", substr $bytes, 60, 4) + 88, 4) = "\0" x 4;
    $bytes =~ s/\0*\z//;
    print $bytes' "$1"
}

content_of_msi() {
  local part
  msiinfo suminfo "$1"
  while read -r part; do
    echo "$part"
    msiinfo export "$1" "$part"
  done < <(msiinfo tables "$1" | grep -v '^_' | sort)
  while read -r part; do
    # The signature is no part of the content.
    case $part in *DigitalSignature* | *MsiDigitalSignatureEx*) continue ;; esac
    echo "$part"
    msiinfo extract "$1" "$part" | sha256sum
  done < <(msiinfo streams "$1" | sort)
}

# authority NAME makes an authority and a certificate for signing programs.
authority() {
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=$1 authority" \
    -keyout "$work/$1-ca.key" -out "$work/$1-ca.pem" 2>/dev/null
  openssl req -newkey rsa:2048 -nodes -subj "/CN=$1" -keyout "$work/$1.key" -out "$work/$1.csr" 2>/dev/null
  printf 'extendedKeyUsage=codeSigning\nkeyUsage=digitalSignature\n' >"$work/extensions"
  openssl x509 -req -in "$work/$1.csr" -CA "$work/$1-ca.pem" -CAkey "$work/$1-ca.key" -CAcreateserial \
    -days 2 -extfile "$work/extensions" -out "$work/$1.pem" 2>/dev/null
}
verified() { osslsigncode verify -CAfile "$work/$1-ca.pem" -in "$2"; }

authority test
authority stranger
openssl pkcs12 -export -in "$work/test.pem" -inkey "$work/test.key" -passout pass:sana -out "$work/test.p12"
printf 'sana' >"$work/password"

for file in "$@"; do
  name=$(basename "$file")
  copy=$work/$name
  cp "$file" "$copy"
  check "$name is not signed beforehand" not verified test "$copy"
  check "$name: signing without a certificate is refused" not "$here/sign.sh" "$copy"
  check "$name is untouched by that" cmp "$file" "$copy"
  check "$name is signed" env CERT="$work/test.pem" KEY="$work/test.key" "$here/sign.sh" "$copy"
  check "$name: the signature is verified" verified test "$copy"
  check "$name: a stranger's authority does not vouch for it" not verified stranger "$copy"
  cp "$copy" "$work/changed"
  byte=$(dd if="$copy" bs=1 skip=50000 count=1 status=none | od -An -tu1)
  printf "\\x$(printf %x $(((byte + 1) % 256)))" | dd of="$work/changed" bs=1 seek=50000 conv=notrunc status=none
  check "$name: one changed byte is found" not verified test "$work/changed"
  rm -f "$work/freed"
  check "$name: the signature can be removed" osslsigncode remove-signature -in "$copy" -out "$work/freed"
  check "$name has then the content that it had before" same "$file" "$work/freed"
  cp "$file" "$copy"
  check "$name is signed by PKCS#12 and a password in a file" \
    env PKCS12="$work/test.p12" PASSWORD_FILE="$work/password" "$here/sign.sh" "$copy"
  check "$name: that signature is verified" verified test "$copy"
  rm -f "$copy" "$work/changed" "$work/freed"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
