#!/usr/bin/env bash
# Signs programs, setups and MSI packages in place, for Windows to name who made
# them.
#
#   packaging/windows/sign.sh FILE…
#
# Said by variables:
#   CERT, KEY    certificate (with its chain) and key as PEM files, or
#   PKCS12       both in one file (.p12, .pfx)
#   PASSWORD_FILE  a file with the key's password, where it has one
#   TIMESTAMP    address of a time-stamping service; left out, nothing is sent
#                anywhere, and the signature ends with the certificate
set -euo pipefail

fail() {
  printf '%s\n' "$@" >&2
  exit 2
}

[ $# -gt 0 ] || fail 'Usage: packaging/windows/sign.sh FILE…'
options=(-h sha256 -n Tavoitekartta)
if [ -n "${PKCS12:-}" ]; then
  options+=(-pkcs12 "$PKCS12")
elif [ -n "${CERT:-}" ] && [ -n "${KEY:-}" ]; then
  options+=(-certs "$CERT" -key "$KEY")
else
  fail 'To sign, a certificate is needed: CERT=… KEY=… (PEM) or PKCS12=… (.p12, .pfx).'
fi
if [ -n "${PASSWORD_FILE:-}" ]; then options+=(-readpass "$PASSWORD_FILE"); fi
if [ -n "${TIMESTAMP:-}" ]; then options+=(-ts "$TIMESTAMP"); fi

for file in "$@"; do
  signed=$file.signed
  rm -f "$signed"
  if ! said=$(osslsigncode sign "${options[@]}" -in "$file" -out "$signed" 2>&1); then
    rm -f "$signed"
    fail "$file could not be signed; it is as it was." "$said"
  fi
  chmod --reference="$file" "$signed"
  mv "$signed" "$file"
done
