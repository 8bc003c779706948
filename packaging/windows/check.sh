#!/usr/bin/env bash
# Checks what was built for Windows: the programs load nothing but libraries of
# Windows itself, say their version, and everything is small enough.
#
#   packaging/windows/check.sh OUT VERSION
set -euo pipefail
out=$1
version=$2

# In System32 of every Windows 10 and 11, Server Core included or not needed there.
system='ADVAPI32 COMCTL32 COMDLG32 CRYPT32 GDI32 IMM32 KERNEL32 OLE32 OLEAUT32 OPENGL32 SHELL32 USER32 UXTHEME WINMM WS2_32 MSVCRT'
program_limit=45000000
setup_limit=20000000

failed=
complain() {
  printf '%s\n' "$@" >&2
  failed=yes
}

imports() { x86_64-w64-mingw32-objdump -p "$1" | sed -n 's/^\s*DLL Name: //p'; }

check_imports() {
  local library
  while read -r library; do
    case " $system " in
      *" $(tr '[:lower:]' '[:upper:]' <<<"${library%.*}") "*) ;;
      *) complain "$1 loads $library, which is not a part of Windows." ;;
    esac
  done < <(imports "$1")
}

# The version stands in the file as Windows reads it, two bytes for a letter.
check_version() {
  local said
  said=$(LC_ALL=C grep -aoP 'P\x00r\x00o\x00d\x00u\x00c\x00t\x00V\x00e\x00r\x00s\x00i\x00o\x00n\x00\x00\x00\K([0-9.]\x00)+' "$1" |
    tr -d '\0' | sort -u)
  [ "$said" = "$version" ] || complain "$1 says that it is version ${said:-(none)}, not $version."
}

check_size() {
  local size
  size=$(stat -c %s "$1")
  [ "$size" -lt "$2" ] || complain "$1 has $size bytes; fewer than $2 were promised."
}

for program in "$out"/windows/*.exe; do
  check_imports "$program"
  check_version "$program"
  check_size "$program" $program_limit
done
for setup in "$out"/*-setup.exe; do
  [ ! -e "$setup" ] || check_size "$setup" $setup_limit
done
[ -z "$failed" ]
