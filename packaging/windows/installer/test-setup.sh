# The setup for one person; test.sh reads this file.

# install SETUP SWITCH … installs silently.
install() {
  local file=$1
  shift
  wine "$(windows_path "$file")" /S "$@"
}

try_setup() {
  echo 'Setup: what keeps it from installing'
  try_setup_obstacles
  echo 'Setup: a first installation'
  try_first_installation
  echo 'Setup: updating'
  try_update
  echo 'Setup: a running program'
  try_running
  echo 'Setup: removing'
  try_removing
}

try_setup_obstacles() {
  half=$(($(stat -c %s "$setup") / 2))
  head -c "$half" "$setup" >"$work/cut.exe"
  check 'a cut download ends with 2' ends 2 install "$work/cut.exe"
  cp "$setup" "$work/damaged.exe"
  printf 'x' | dd of="$work/damaged.exe" bs=1 seek="$half" conv=notrunc status=none
  check 'a damaged download ends with 2' ends 2 install "$work/damaged.exe"
  long=$(printf 'kansio%.0s' $(seq 35))
  check 'too long a path ends with 7' ends 7 install "$setup" "/D=C:\\$long"
  echo file >"$c/a-file"
  check 'a folder that cannot be made ends with 5' ends 5 install "$setup" '/D=C:\a-file\Tavoitekartta'
  rm "$c/a-file"
  wine reg add 'HKCU\Software\Wine' /v Version /d win7 /f >/dev/null
  check 'Windows 7 ends with 9' ends 9 install "$setup"
  wine reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null
  try_small_disk
  check 'nothing was installed' absent "$default_folder"
  check 'nothing was registered' unregistered
}

# try_small_disk has a disk of 2 MB and one that is read-only, in a namespace of
# its own.
try_small_disk() {
  # Containers often forbid it.
  if ! unshare --map-root-user --mount true 2>/dev/null; then
    echo 'not tried: a small and a read-only disk; this machine lets nobody mount them'
    return
  fi
  mkdir -p "$c/small" "$c/closed"
  packaging/windows/wine.sh end "$prefix" >/dev/null 2>&1
  cat >"$work/small-disk.sh" <<SH
mount -t tmpfs -o size=2m tmpfs "$c/small"
mount -t tmpfs -o ro,size=1m tmpfs "$c/closed"
code=0
packaging/windows/wine.sh run "$prefix" '$(windows_path "$setup")' /S '/D=C:\\small\\Tavoitekartta' || code=\$?
echo "\$code \$(ls -A "$c/small" | wc -l)"
code=0
packaging/windows/wine.sh run "$prefix" '$(windows_path "$setup")' /S '/D=C:\\closed\\Tavoitekartta' || code=\$?
echo "\$code"
packaging/windows/wine.sh end "$prefix" >/dev/null 2>&1
SH
  unshare --map-root-user --mount bash "$work/small-disk.sh" >"$work/small-disk" 2>/dev/null || true
  check 'too small a disk ends with 6 and leaves nothing on it' is "$(sed -n 1p "$work/small-disk")" '6 0'
  check 'a read-only disk ends with 5' is "$(sed -n 2p "$work/small-disk")" 5
  rmdir "$c/small" "$c/closed"
}

try_first_installation() {
  check 'it ends with 0' ends 0 install "$old_setup"
  check 'the window program is there' same_program Tavoitekartta.exe "$default_folder"
  check 'the console program is there' same_program tavoitekartta-cli.exe "$default_folder"
  check 'the screen-reader program is not' absent "$default_folder/Tavoitekartta-screen-reader.exe"
  check 'the licences are there' test -s "$default_folder/LICENSE.txt" -a -s "$default_folder/THIRD-PARTY-NOTICES.txt"
  check 'nothing unpacked is left beside' absent "$default_folder/~setup"
  check 'the Start menu leads to it' leads_to "$start_menu/Tavoitekartta/Tavoitekartta.lnk" 'Tavoitekartta.exe'
  check 'no icon on the desktop' absent "$user/Desktop/Tavoitekartta.lnk"
  check 'its name is registered' registered DisplayName Tavoitekartta
  check 'its version is registered' registered DisplayVersion '0\.0\.9'
  check 'its publisher is registered' registered Publisher Tavoitekartta
  check 'its size is registered' registered EstimatedSize 'REG_DWORD *0x[1-9a-f]'
  check 'the silent removal is registered' registered QuietUninstallString 'uninstall\.exe" /S'
}

try_update() {
  mkdir -p "$default_folder"
  echo own >"$default_folder/own.txt"
  # What a version before has installed and this one no longer has.
  echo old >"$default_folder/outdated.txt"
  printf 'outdated.txt\r\n..\\..\\..\\Tavoitekartta\\proof-of-data\r\n' >>"$default_folder/files.txt"
  WINE_LANGUAGE=sv check 'an update in Swedish with all options ends with 0' ends 0 install "$setup" /SCREENREADER=1 /DESKTOP=1
  check 'its version is registered' registered DisplayVersion "${version//./\\.}"
  check 'the screen-reader program is there' same_program Tavoitekartta-screen-reader.exe "$default_folder"
  check 'it has its own entry in the Start menu, in the language of Windows' \
    leads_to "$start_menu/Tavoitekartta/Tavoitekartta för skärmläsare.lnk" 'Tavoitekartta-screen-reader.exe'
  check 'the icon is on the desktop' leads_to "$user/Desktop/Tavoitekartta.lnk" 'Tavoitekartta.exe'
  check 'what the version before had is gone' absent "$default_folder/outdated.txt"
  check "a person's own file stays" test -e "$default_folder/own.txt"
  check 'nothing of the exchange is left' absent "$default_folder/~before"
  data_kept 'after the update'
  check 'an older version is refused with 4' ends 4 install "$old_setup"
  check 'the newer one stays registered' registered DisplayVersion "${version//./\\.}"
  check 'the same version again ends with 0' ends 0 install "$setup"
  check 'it keeps the screen-reader program' same_program Tavoitekartta-screen-reader.exe "$default_folder"
  check 'it keeps the icon on the desktop' test -e "$user/Desktop/Tavoitekartta.lnk"
  check 'another folder ends with 0' ends 0 install "$setup" '/D=C:\Tavoitekartta'
  check 'the program is in the other folder' same_program Tavoitekartta.exe "$c/Tavoitekartta"
  check 'and no longer in the first one' absent "$default_folder/Tavoitekartta.exe"
  rm -rf "$default_folder"
}

sums() { find "$1" -type f -exec sha256sum {} + 2>/dev/null | sort || true; }

try_running() {
  wine 'C:\Tavoitekartta\Tavoitekartta.exe' --data-dir 'C:\running' >/dev/null 2>&1 &
  local window=$!
  check 'the program runs' until_holds test -d "$c/running"
  check 'its file is in use' running "$c/Tavoitekartta/Tavoitekartta.exe"
  local before
  before=$(sums "$c/Tavoitekartta")
  check 'an update while it runs ends with 3' ends 3 install "$setup" /SCREENREADER=0
  check 'its removal while it runs ends with 3' ends 3 wine 'C:\Tavoitekartta\uninstall.exe' /S '_?=C:\Tavoitekartta'
  check 'nothing was touched' is "$before" "$(sums "$c/Tavoitekartta")"
  packaging/windows/wine.sh end "$prefix" >/dev/null 2>&1
  wait "$window" || true
  rm -rf "$c/running"
}

try_removing() {
  mkdir -p "$c/Tavoitekartta"
  echo own >"$c/Tavoitekartta/own.txt"
  check 'it ends with 0' ends 0 wine 'C:\Tavoitekartta\uninstall.exe' /S '_?=C:\Tavoitekartta'
  check "only the uninstaller, which ran there, and the person's own file stay" \
    is "$(ls "$c/Tavoitekartta" 2>/dev/null | tr '\n' ' ')" 'own.txt uninstall.exe '
  check 'no entry in the Start menu stays' absent "$start_menu/Tavoitekartta"
  check 'no icon on the desktop stays' absent "$user/Desktop/Tavoitekartta.lnk"
  check 'nothing stays registered' unregistered
  data_kept 'after the removal'
  rm -rf "$c/Tavoitekartta"
  check 'it is installed once more' ends 0 install "$setup"
  wine "$(windows_path "$default_folder/uninstall.exe")" /S >/dev/null 2>&1 || true
  check 'as Windows removes it, the folder goes too' until_holds absent "$default_folder"
}
