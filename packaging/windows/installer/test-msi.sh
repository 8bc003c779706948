# The package for all users; test.sh reads this file.

program_files="$c/Program Files/Tavoitekartta"

# Windows puts the entries of such a package into the Start menu of all users;
# wine 8 puts them into that of the one who installs.
common_menu=$start_menu

# wine takes a netsh of its own before any other, unless told (n).
msiexec() { WINE_OVERRIDES=netsh.exe=n wine msiexec "$1" "$(windows_path "$2")" /qn "${@:3}"; }
asked_of_firewall() { grep -aq -- "$1" "$c/netsh.txt" 2>/dev/null; }

# put_netsh has a program in the place of Windows' netsh that writes down what it
# was asked: wine has no firewall.
put_netsh() {
  cat >"$work/netsh.c" <<'C'
#include <stdio.h>
#include <windows.h>
int main(void) {
  FILE *file = fopen("C:\\netsh.txt", "a");
  fprintf(file, "%s\n", GetCommandLineA());
  return fclose(file);
}
C
  cp "$c/windows/system32/netsh.exe" "$work/netsh.exe"
  x86_64-w64-mingw32-gcc -O2 -s -o "$work/recorder.exe" "$work/netsh.c"
  cp "$work/recorder.exe" "$c/windows/system32/netsh.exe"
}

try_msi() {
  put_netsh
  echo 'MSI: a first installation'
  check 'it ends with 0' ends 0 msiexec /i "$old_msi"
  check 'the window program is there' same_program Tavoitekartta.exe "$program_files"
  check 'the console program is there' same_program tavoitekartta-cli.exe "$program_files"
  check 'the screen-reader program is not' absent "$program_files/Tavoitekartta-screen-reader.exe"
  check 'no firewall rule was asked for' absent "$c/netsh.txt"
  check 'its version is registered' msi_version 0.0.9
  check 'the Start menu leads to it' leads_to "$common_menu/Tavoitekartta.lnk" 'Tavoitekartta.exe'
  echo 'MSI: updating, with the options'
  check 'it ends with 0' ends 0 msiexec /i "$msi" SCREENREADER=1 FIREWALL=1
  check 'only the new version is registered' msi_version "$version"
  check 'the window program is there' same_program Tavoitekartta.exe "$program_files"
  check 'the screen-reader program is there' same_program Tavoitekartta-screen-reader.exe "$program_files"
  check 'it has its own entry in the Start menu' test -e "$common_menu/Tavoitekartta (ruudunlukija, skärmläsare).lnk"
  check 'the firewall rule was added for TCP in private and domain networks' asked_of_firewall \
    'add rule name="Tavoitekartta" program="C:\\Program Files\\Tavoitekartta\\Tavoitekartta.exe" dir=in action=allow protocol=TCP profile=private,domain'
  data_kept 'after the update'
  check 'an older version is refused' ends $((1603 & 255)) msiexec /i "$old_msi"
  check 'the newer one stays registered' msi_version "$version"
  check 'the newer one stays whole' same_program Tavoitekartta.exe "$program_files"
}

try_both() {
  echo 'Both: the setup where the MSI is installed'
  check 'it is refused with 8' ends 8 install "$setup"
  check '/BESIDE installs it' ends 0 install "$setup" /BESIDE '/D=C:\Tavoitekartta'
  check 'it is removed' ends 0 wine 'C:\Tavoitekartta\uninstall.exe' /S '_?=C:\Tavoitekartta'
  rm -rf "$c/Tavoitekartta"
  check "the MSI's program stays" same_program Tavoitekartta.exe "$program_files"
  echo 'MSI: removing'
  check 'it ends with 0' ends 0 msiexec /x "$msi"
  check 'the folder is gone' absent "$program_files"
  check 'no entry in the Start menu stays' absent "$common_menu/Tavoitekartta.lnk"
  check 'nothing stays registered' msi_version ''
  check 'the firewall rule was removed' asked_of_firewall 'delete rule name="Tavoitekartta"'
  data_kept 'after the removal'
  rm -f "$c/netsh.txt"
}
